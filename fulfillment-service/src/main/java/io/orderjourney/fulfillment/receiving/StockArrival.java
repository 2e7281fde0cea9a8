package io.orderjourney.fulfillment.receiving;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came in at a pickup point.
 *
 * @param reference the reporter's own; a repetition with the same reference changes nothing
 * @param purchaseOrderId what they were ordered with, if the reporter knows
 * @param arrivedAt when they came, never later than they were booked in
 */
public record StockArrival(
        String reference,
        String pickupPoint,
        @Nullable UUID purchaseOrderId,
        Map<String, Integer> piecesBySku,
        Instant arrivedAt,
        Instant bookedInAt,
        String bookedInBy) {

    public StockArrival {
        piecesBySku = Map.copyOf(piecesBySku);
        if (arrivedAt.isAfter(bookedInAt)) {
            arrivedAt = bookedInAt;
        }
    }

    /**
     * The purchase order with these goods counted in.
     *
     * @throws PurchaseOrder.WrongPickupPoint if it was for another pickup point
     */
    public PurchaseOrder countedInto(PurchaseOrder order) {
        if (!order.pickupPoint().equals(pickupPoint)) {
            throw new PurchaseOrder.WrongPickupPoint(order, pickupPoint);
        }
        return order.arrived(piecesBySku);
    }
}
