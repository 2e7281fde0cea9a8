package io.orderjourney.contracts.orders;

import java.time.Instant;

/**
 * The customer holds the goods; the journey of the order is over.
 */
public record OrderCompleted(Instant completedAt) {}
