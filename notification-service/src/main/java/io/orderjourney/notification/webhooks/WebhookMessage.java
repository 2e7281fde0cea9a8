package io.orderjourney.notification.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, to as many endpoints as want it.
 *
 * @param id the event's: the same in every attempt, and at every endpoint
 * @param journeyId absent in a test
 * @param body JSON, signed and sent byte for byte
 */
public record WebhookMessage(UUID id, String type, @Nullable UUID journeyId, String body, Instant createdAt) {

    /** The longest body; a longer one would be more than receivers expect. */
    public static final int BODY_BYTES_MAX = 256 * 1024;
}
