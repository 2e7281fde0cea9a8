package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.Precision;
import java.time.Instant;
import java.util.UUID;

/**
 * The signed pickup offer that the customer accepted at checkout, in plain fields.
 *
 * @param readyBy by when the goods were said to be ready for pickup
 */
public record PickupOffer(UUID offerId, Instant readyBy, Precision precision, Instant offeredAt) {}
