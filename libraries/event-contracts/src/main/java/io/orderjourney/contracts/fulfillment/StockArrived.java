package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The goods of this journey were booked in at its pickup point.
 */
public record StockArrived(String pickupPoint, @Nullable UUID purchaseOrderId, Instant arrivedAt) {}
