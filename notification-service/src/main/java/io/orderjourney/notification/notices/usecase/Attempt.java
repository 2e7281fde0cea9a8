package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.notices.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was claimed, and what is to be done with it.
 *
 * @param answer of the channel; absent while it was not asked
 * @param preparedAtNanos real time
 */
record Attempt(
        Delivery delivery, Prepared prepared, @Nullable Answer answer, long preparedAtNanos) {

    /** What the channel answered, and when: recording it may come later. */
    record Answer(MessageChannel.Result result, Instant at) {}

    static Attempt prepared(Delivery delivery, Prepared prepared) {
        return new Attempt(delivery, prepared, null, System.nanoTime());
    }

    Attempt answered(MessageChannel.Result result, Instant at) {
        return new Attempt(delivery, prepared, new Answer(result, at), preparedAtNanos);
    }

    /** How long ago it was prepared. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - preparedAtNanos);
    }
}
