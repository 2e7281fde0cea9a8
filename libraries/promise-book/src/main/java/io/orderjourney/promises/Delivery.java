package io.orderjourney.promises;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that the customer's channel took.
 *
 * @param deliveredAt business time
 */
public record Delivery(UUID noticeId, Instant deliveredAt) {}
