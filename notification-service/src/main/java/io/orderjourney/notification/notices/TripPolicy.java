package io.orderjourney.notification.notices;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** By when customers must be called who are not to come: before they leave home. */
public final class TripPolicy {

    /** How long before their time customers leave. */
    static final Duration ON_THE_WAY = Duration.ofHours(1);

    /** Who may be leaving right now is called within this time, whatever the hours of the desk. */
    static final Duration AT_ONCE = Duration.ofMinutes(10);

    private TripPolicy() {}

    /**
     * The start of the next window in which the customer is expected at the pickup point; empty if they were told no time,
     * or a window is open: then they may come at any moment.
     */
    public static Optional<Instant> comesAt(Collection<Promise> promises, Instant now) {
        return promises.stream()
                .filter(promise -> promise.isOpen() && isVisit(promise.kind()) && promise.windowStartAt() != null)
                .map(Promise::anchorAt)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /**
     * By when to call: as soon as the desk can, and before the customer leaves; this evening, if they come when the desk opens.
     *
     * @param inHours when the desk calls anyway
     * @param comesAt when the customer is expected
     */
    public static Instant callBefore(Instant now, Instant inHours, Optional<Instant> comesAt, BusinessCalendar desk) {
        Instant leaves =
                comesAt.orElseGet(() -> nextOpening(now, inHours, desk)).minus(ON_THE_WAY);
        if (!inHours.isAfter(leaves)) {
            return inHours;
        }
        Instant lastOpen = desk.latestOpenAtOrBefore(leaves);
        return lastOpen.isAfter(now) ? lastOpen : now.plus(AT_ONCE);
    }

    /** Who was told no time comes within the hours: now, while the desk calls them, or when it opens next. */
    private static Instant nextOpening(Instant now, Instant inHours, BusinessCalendar desk) {
        boolean today = desk.isOpen(now) && !inHours.isAfter(desk.closingAt(now));
        return today ? inHours.plus(ON_THE_WAY) : desk.nextOpen(desk.isOpen(now) ? desk.closingAt(now) : now);
    }

    private static boolean isVisit(PromiseKind kind) {
        return kind.equals(PromiseKind.PICKUP_SLOT) || kind.equals(PromiseKind.SIGNING_APPOINTMENT);
    }
}
