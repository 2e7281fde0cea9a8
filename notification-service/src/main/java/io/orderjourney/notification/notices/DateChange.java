package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise has another date than the customer was last told. It holds the facts; the message is rendered when it leaves, in
 * the language of the customer then.
 *
 * @param revision the revision of the promise that is to be announced
 * @param firstPromisedAt the due time first promised
 * @param believedDueAt the due time the customer believes in: the last one that was delivered
 * @param believedAnchorAt what customers arrange their day around: the start of the window they believe in, or
 *     believedDueAt; the message must arrive before it
 * @param windowStartAt start of the new window, with precision WINDOW
 * @param reason absent if unknown
 * @param afterCustomersTurn the shop waited for the customer before: whatever the date, it is no delay of the shop's
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
        @Nullable ReasonCode reason,
        boolean afterCustomersTurn) {

    public DateShift shift() {
        if (reason == ReasonCode.CUSTOMER_ASKED) {
            return DateShift.AGREED;
        }
        if (afterCustomersTurn) {
            return DateShift.RESUMED;
        }
        if (reason == ReasonCode.CUSTOMER_NOT_REACHED) {
            return DateShift.NOT_REACHED;
        }
        if (windowStartAt != null || dueAt.isAfter(believedDueAt)) {
            return DateShift.DELAY;
        }
        boolean wasDelayed = believedDueAt.isAfter(firstPromisedAt);
        return wasDelayed && !dueAt.isAfter(firstPromisedAt) ? DateShift.BACK_ON_TRACK : DateShift.EARLIER;
    }

    /** The customer gets an apology. */
    public boolean isDelay() {
        return shift() == DateShift.DELAY;
    }

    /** The instant before which the message must arrive: the earlier of the old and the new time. */
    public Instant notifyBefore() {
        return anchorAt().isBefore(believedAnchorAt) ? anchorAt() : believedAnchorAt;
    }

    /** The instant that the customer will arrange their day around. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }

    /**
     * What is new to the customer while an earlier message, which may or may not have arrived, is on its way. That the last
     * delivered date stands after all is news only if another one was sent meanwhile.
     *
     * @param onItsWay what the last message that left says about the same promise; null if none left
     * @return empty if there is nothing to announce
     */
    public Optional<DateChange> news(@Nullable DateChange onItsWay) {
        if (afterCustomersTurn || !says(believedDueAt, believedAnchorAt)) {
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
                reason,
                afterCustomersTurn));
    }

    private boolean says(Instant due, Instant anchor) {
        return dueAt.equals(due) && anchorAt().equals(anchor);
    }
}
