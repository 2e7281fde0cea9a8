package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * A message could not be handed over on one channel.
 *
 * @param unknown the channel may have taken it; nobody can tell
 */
public record NoticeUndelivered(
        UUID noticeId, UUID customerId, Channel channel, String why, boolean unknown, Instant failedAt) {}
