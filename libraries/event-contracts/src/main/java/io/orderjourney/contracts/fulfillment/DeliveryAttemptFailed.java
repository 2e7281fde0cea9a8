package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/**
 * The courier came and met nobody: the customer chooses another day.
 *
 * @param attempt counts the attempts of this order, from 1
 */
public record DeliveryAttemptFailed(String courier, int attempt, Instant failedAt) {}
