package io.orderjourney.promises;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The date that the customer now counts on, and how it came about.
 *
 * @param windowStartAt start of the agreed window; absent unless the precision is WINDOW
 * @param dueAt the due time; of a window, its end
 * @param told the words in which the customer is told
 * @param revision how often the promise was rescheduled; 0 for its first date
 * @param reason why it was rescheduled; absent for the first date
 * @param setBy who set this date, e.g. {@code sales:anna} or {@code policy}
 * @param bySystem set by the escalation policy itself, not by a person or an owner's policy
 * @param deskReschedules how often the desk, or the system in its place, rescheduled the promise so far
 */
public record PromisedDate(
        Precision precision,
        @Nullable Instant windowStartAt,
        Instant dueAt,
        String told,
        int revision,
        @Nullable ReasonCode reason,
        String setBy,
        boolean bySystem,
        int deskReschedules) {

    /** The date with which a promise is made. */
    public static PromisedDate first(
            Precision precision, @Nullable Instant windowStartAt, Instant dueAt, String told, String setBy) {
        return new PromisedDate(precision, windowStartAt, dueAt, told, 0, null, setBy, false, 0);
    }

    /** The instant the customer arranges their day around: the start of a window, otherwise dueAt. */
    public Instant anchorAt() {
        return Optional.ofNullable(windowStartAt).orElse(dueAt);
    }

    /** The next date of the same promise. */
    PromisedDate followedBy(Reschedule next) {
        return new PromisedDate(
                next.date().precision(),
                next.date().windowStartAt(),
                next.date().dueAt(),
                next.told(),
                revision + 1,
                next.reason(),
                next.actor(),
                next.decidedBy() == DecidedBy.SYSTEM,
                deskReschedules + (next.decidedBy().countsAgainstDesk() ? 1 : 0));
    }
}
