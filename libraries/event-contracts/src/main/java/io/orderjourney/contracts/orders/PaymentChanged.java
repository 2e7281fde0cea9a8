package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.PaymentMethod;
import java.time.Instant;

/**
 * The customer pays in another way than they had ordered; what has to happen before the hand-over changes with it.
 */
public record PaymentChanged(PaymentMethod payment, Instant changedAt) {}
