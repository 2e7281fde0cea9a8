package io.orderjourney.order.orders;

import io.orderjourney.promises.Promise;
import java.time.Instant;

/**
 * A customer who asks to be called again before the call is due asks for nothing new: the promise covers it. Only a later
 * time makes it another promise.
 */
public final class CallAgainPolicy {

    private CallAgainPolicy() {}

    /** @throws CallAgainPast if the customer would have to be called before {@code now} */
    public static void requireAhead(Instant callAgainAt, Instant now) {
        if (!callAgainAt.isAfter(now)) {
            throw new CallAgainPast();
        }
    }

    /** Whether the promised call must be rescheduled so that the customer is called when he wishes. */
    public static boolean needsMove(Promise promisedCall, Instant callAgainAt) {
        return callAgainAt.isAfter(promisedCall.dueAt());
    }
}
