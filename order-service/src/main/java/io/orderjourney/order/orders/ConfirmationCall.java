package io.orderjourney.order.orders;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a confirmation call ended.
 *
 * @param callBackAt when the customer wants to be called back; with CALL_LATER, and only then
 */
public record ConfirmationCall(
        CallOutcome outcome, @Nullable Instant callBackAt) {

    /** @throws CallBackTimeMisplaced if the outcome and the time do not belong together */
    public ConfirmationCall {
        if ((outcome == CallOutcome.CALL_LATER) != (callBackAt != null)) {
            throw new CallBackTimeMisplaced();
        }
    }

    /** Whether the customer was reached, and so the order is confirmed. */
    public boolean confirms() {
        return outcome == CallOutcome.REACHED;
    }

    /** @throws Order.TransitionNotAllowed if there is nothing left to confirm */
    public Order appliedTo(Order order, String calledBy, Instant now) {
        return switch (outcome) {
            case REACHED -> order.confirmed(calledBy, now);
            case NO_ANSWER -> order.callUnanswered();
            case CALL_LATER -> order.callPostponed();
        };
    }

    /** @throws CallBackTimePassed if the customer would have to be called back at {@code now} or before */
    public void requireAhead(Instant now) {
        if (callBackAt != null && !callBackAt.isAfter(now)) {
            throw new CallBackTimePassed();
        }
    }

    /** Whether this call is the promised one: before an agreed time it is another one, and nobody waits for the first any more. */
    public boolean keeps(Promise promisedCall, Instant calledAt) {
        Instant windowStartAt = promisedCall.windowStartAt();
        return confirms() && (windowStartAt == null || !calledAt.isBefore(windowStartAt));
    }

    /** A customer who wants to be called later says when; no other outcome has a time. */
    public static final class CallBackTimeMisplaced extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CallBackTimeMisplaced() {
            super("CALL_LATER, and only that, needs the time at which the customer wants to be called back");
        }
    }

    /** Nobody can be called back at a time that has passed. */
    public static final class CallBackTimePassed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CallBackTimePassed() {
            super("The time at which the customer wants to be called back has passed");
        }
    }
}
