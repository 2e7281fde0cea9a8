package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.StockArrival;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code stock_arrival} with its lines. */
@Entity
@Table(name = "stock_arrival")
class StockArrivalRow {

    @Id
    String reference;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Nullable
    @Column(name = "purchase_order_id")
    UUID purchaseOrderId;

    @Column(name = "arrived_at")
    Instant arrivedAt;

    @Column(name = "booked_in_at")
    Instant bookedInAt;

    @Column(name = "booked_in_by")
    String bookedInBy;

    @ElementCollection
    @CollectionTable(name = "stock_arrival_line", joinColumns = @JoinColumn(name = "reference"))
    @MapKeyColumn(name = "sku")
    @Column(name = "quantity")
    Map<String, Integer> piecesBySku = new HashMap<>();

    StockArrival arrival() {
        return new StockArrival(
                reference, pickupPoint, purchaseOrderId, piecesBySku, arrivedAt, bookedInAt, bookedInBy);
    }

    static StockArrivalRow of(StockArrival arrival) {
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
