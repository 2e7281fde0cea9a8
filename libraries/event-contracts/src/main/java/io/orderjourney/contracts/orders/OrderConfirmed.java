package io.orderjourney.contracts.orders;

import java.time.Instant;

/**
 * The confirmation call reached the customer and the order stands.
 *
 * @param confirmedBy who made the call
 */
public record OrderConfirmed(String confirmedBy, Instant confirmedAt) {}
