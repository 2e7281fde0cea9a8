package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise has another date than the customer believes. It holds the facts; words are found when a message leaves, in the
 * language that the customer speaks then.
 *
 * @param revision the revision of the promise that is to be told
 * @param firstPromisedAt the due time first said
 * @param believedDueAt the due time the customer believes in now: the last one he has in hand
 * @param believedAnchorAt the instant he arranges his day around: start of the window he believes in, or believedDueAt;
 *     he must hear before it
 * @param windowStartAt start of the new window, with precision WINDOW
 * @param reason for choosing blame-free words; absent if unknown
 */
public record DateChange(
        UUID promiseId,
        UUID journeyId,
        PromiseKind kind,
        int revision,
        Instant firstPromisedAt,
        Instant believedDueAt,
        Instant believedAnchorAt,
        Precision precision,
        @Nullable Instant windowStartAt,
        Instant dueAt,
        @Nullable ReasonCode reason) {

    /** How the new date looks to the customer. */
    public enum Turn {
        /** Later than he believes, or an agreed time that he must rearrange: he gets an apology. */
        DELAY,
        /** Any other time than he believes, because he asked for it. */
        AGREED,
        /** Not later than first promised, after he was told of a delay. */
        BACK_ON_TRACK,
        /** Sooner than he believes. */
        EARLIER
    }

    public Turn turn() {
        if (reason == ReasonCode.CUSTOMER_ASKED) {
            return Turn.AGREED;
        }
        if (windowStartAt != null || dueAt.isAfter(believedDueAt)) {
            return Turn.DELAY;
        }
        boolean wasDelayed = believedDueAt.isAfter(firstPromisedAt);
        return wasDelayed && !dueAt.isAfter(firstPromisedAt) ? Turn.BACK_ON_TRACK : Turn.EARLIER;
    }

    /** The customer gets an apology. */
    public boolean isDelay() {
        return turn() == Turn.DELAY;
    }

    /** The instant before which he must hear: the earlier of the times he believes in and shall believe in. */
    public Instant hearBefore() {
        return anchorAt().isBefore(believedAnchorAt) ? anchorAt() : believedAnchorAt;
    }

    /** The instant he will arrange his day around. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }

    /**
     * How it is told while a message about an earlier change is on its way that may or may not have arrived. Only who may
     * have heard of another date needs to hear that the one he has in hand stands after all.
     *
     * @param onItsWay what the last message that left says about the same promise; null if none left
     * @return empty if there is nothing to tell
     */
    public Optional<DateChange> news(@Nullable DateChange onItsWay) {
        if (!says(believedDueAt, believedAnchorAt)) {
            return Optional.of(this);
        }
        if (onItsWay == null || says(onItsWay.dueAt, onItsWay.anchorAt())) {
            return Optional.empty();
        }
        return Optional.of(new DateChange(
                promiseId,
                journeyId,
                kind,
                revision,
                firstPromisedAt,
                onItsWay.dueAt,
                onItsWay.anchorAt(),
                precision,
                windowStartAt,
                dueAt,
                reason));
    }

    private boolean says(Instant due, Instant anchor) {
        return dueAt.equals(due) && anchorAt().equals(anchor);
    }
}
