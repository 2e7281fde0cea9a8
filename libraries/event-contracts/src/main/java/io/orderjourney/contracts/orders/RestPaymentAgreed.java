package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.Money;
import java.time.Instant;

/**
 * The bank lends less than the order costs, and the customer pays the rest at the counter.
 *
 * @param rest what they pay there before they get the goods
 */
public record RestPaymentAgreed(Money rest, Instant agreedAt) {}
