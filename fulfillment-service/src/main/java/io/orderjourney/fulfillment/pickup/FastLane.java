package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who was failed does not queue again: at the counter they are served first. It is derived from what happened, and never
 * set.
 */
public enum FastLane {
    /** They were told to come and then to stay away: they may have made the way for nothing. */
    WASTED_TRIP,
    /** A promise of this order was not kept by the time that they counted on. */
    BROKEN_PROMISE;

    /**
     * Why somebody is served first; empty if they are served in their turn. A trip weighs more than a date.
     *
     * @param journey all promises of the order that are known here
     */
    public static Optional<FastLane> of(Pickup pickup, List<Promise> journey, Instant now) {
        if (pickup.isClosed()) {
            return Optional.empty();
        }
        if (wasTurnedBack(pickup)) {
            return Optional.of(WASTED_TRIP);
        }
        return journey.stream().anyMatch(promise -> isBroken(promise, now))
                ? Optional.of(BROKEN_PROMISE)
                : Optional.empty();
    }

    /** Goods that come in parts are ready more than once, and nothing is taken back. */
    private static boolean wasTurnedBack(Pickup pickup) {
        GateBoard board = pickup.board();
        boolean withdrawn = board.readiness() > 1 || !board.isReady();
        return pickup.notifiedReadiness() > 0 && withdrawn && !pickup.inParts();
    }

    /** While it is the customer's turn, nothing is owed. An update is a word, and not what they came for. */
    private static boolean isBroken(Promise promise, Instant now) {
        if (promise.kind().equals(PromiseKind.NEXT_UPDATE) || promise.isWaiting()) {
            return false;
        }
        Instant keptAt = promise.keptAt();
        return keptAt == null ? promise.isOpen() && now.isAfter(promise.dueAt()) : keptAt.isAfter(promise.dueAt());
    }
}
