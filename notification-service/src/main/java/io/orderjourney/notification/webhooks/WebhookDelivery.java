package io.orderjourney.notification.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message at one endpoint.
 *
 * @param attempts how often it was sent
 * @param tryAfter when it is sent next, while it is PENDING
 * @param detail what the last attempt led to; nothing of the receiver's answer
 */
public record WebhookDelivery(
        UUID endpointId,
        WebhookMessage message,
        State state,
        int attempts,
        Instant tryAfter,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer status,
        @Nullable String detail) {

    /** Where it stands. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Every attempt failed; it can be sent again by hand. */
        FAILED
    }

    /**
     * Which deliveries are looked at or sent again.
     *
     * @param messageId one message; absent: any
     * @param state absent: any
     * @param since messages that were made then or later; absent: any
     */
    public record Filter(
            @Nullable UUID messageId,
            @Nullable State state,
            @Nullable Instant since) {}
}
