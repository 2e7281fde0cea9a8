package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on one channel.
 *
 * @param attempts how often the channel was asked
 * @param detail what the channel said last
 * @param title subject as the customer saw it, without their name
 * @param body text as the customer saw it, without their name
 */
public record Delivery(
        UUID noticeId,
        Channel channel,
        DeliveryState state,
        int attempts,
        @Nullable Instant deliveredAt,
        @Nullable String detail,
        @Nullable String title,
        @Nullable String body) {}
