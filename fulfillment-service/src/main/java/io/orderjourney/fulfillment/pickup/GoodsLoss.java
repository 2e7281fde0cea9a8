package io.orderjourney.fulfillment.pickup;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece that left a shelf without a customer, for the person who claims it from the supplier.
 *
 * @param orderId the order that it was reserved for
 * @param pieces 1 or more
 */
public record GoodsLoss(
        UUID orderId, String pickupPoint, String sku, int pieces, LossReason reason, String by, Instant at) {}
