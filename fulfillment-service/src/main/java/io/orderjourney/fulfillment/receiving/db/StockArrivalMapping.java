package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.StockArrival;
import java.util.HashMap;

/** Rows and rule. */
final class StockArrivalMapping {

    private StockArrivalMapping() {}

    static StockArrival arrival(StockArrivalRow row) {
        return new StockArrival(
                row.reference,
                row.pickupPoint,
                row.purchaseOrderId,
                row.piecesBySku,
                row.arrivedAt,
                row.bookedInAt,
                row.bookedInBy);
    }

    static StockArrivalRow row(StockArrival arrival) {
        StockArrivalRow row = new StockArrivalRow();
        row.reference = arrival.reference();
        row.pickupPoint = arrival.pickupPoint();
        row.purchaseOrderId = arrival.purchaseOrderId();
        row.arrivedAt = arrival.arrivedAt();
        row.bookedInAt = arrival.bookedInAt();
        row.bookedInBy = arrival.bookedInBy();
        row.piecesBySku = new HashMap<>(arrival.piecesBySku());
        return row;
    }
}
