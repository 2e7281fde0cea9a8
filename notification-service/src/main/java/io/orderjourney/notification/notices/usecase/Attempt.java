package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.notices.Delivery;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was claimed, and what is to be done with it.
 *
 * @param result what the channel answered; absent while it was not asked
 * @param preparedAtNanos real time
 */
record Attempt(Delivery delivery, Prepared prepared, MessageChannel.@Nullable Result result, long preparedAtNanos) {

    static Attempt prepared(Delivery delivery, Prepared prepared) {
        return new Attempt(delivery, prepared, null, System.nanoTime());
    }

    Attempt with(MessageChannel.Result answer) {
        return new Attempt(delivery, prepared, answer, preparedAtNanos);
    }

    /** How long ago it was prepared. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - preparedAtNanos);
    }
}
