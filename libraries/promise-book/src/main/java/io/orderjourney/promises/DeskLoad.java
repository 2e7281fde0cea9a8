package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * The work that a desk itself has to do, by when each piece is due. Only what is due before a time stands before it: goods
 * of next month keep nobody from a phone that lies on the shelf. What rests with a customer or a partner is no work.
 *
 * @param dueAts the earliest first; at most {@link #COUNTED_MAX}, for a longer queue takes days however long it is
 */
public record DeskLoad(List<Instant> dueAts) {

    /** So much of a queue is looked at. */
    public static final int COUNTED_MAX = 2_000;

    public static final DeskLoad NONE = new DeskLoad(List.of());

    public DeskLoad {
        dueAts = List.copyOf(dueAts);
    }

    /** How long the desk works on what is due until then. */
    Duration workUntil(Instant at, DeskPolicy desk) {
        return Duration.ofMinutes(dueBy(at) * 60 / Math.max(1, desk.perHour()));
    }

    /** How many of the things that are due by then the desk cannot do until then. */
    public long tooMuchUntil(Instant at, Instant now, BusinessCalendar hours, DeskPolicy desk) {
        long canDo = Math.max(0, hours.between(now, at).toMinutes()) * desk.perHour() / 60;
        return Math.max(0, dueBy(at) - canDo);
    }

    /** Whether a promise is such work. */
    static boolean counts(Promise promise) {
        boolean needsHands = !promise.kind().equals(PromiseKind.NEXT_UPDATE)
                && !promise.kind().equals(PromiseKind.GOODS_HOLD);
        return promise.isOpen() && !promise.isWaiting() && promise.partner() == null && needsHands;
    }

    /** How many pieces of it are due until then. */
    public long dueBy(Instant at) {
        // Whatever is found, the place behind all equal ones is meant.
        int place = Collections.binarySearch(dueAts, at.plusNanos(1));
        return place < 0 ? -place - 1 : place;
    }
}
