package io.orderjourney.fulfillment.receiving.db;

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
}
