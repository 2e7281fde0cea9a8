package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.StockLevel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One row of {@code stock_level}. */
@Entity
@Table(name = "stock_level")
@IdClass(StockLevelRow.Key.class)
class StockLevelRow {

    /** The primary key. */
    record Key(String pickupPoint, String sku) implements Serializable {}

    @Id
    @Column(name = "pickup_point")
    String pickupPoint;

    @Id
    String sku;

    @Column(name = "on_hand")
    int onHand;

    int reserved;
    int waiting;
    long version;

    StockLevel level() {
        return new StockLevel(new StockLevel.Key(pickupPoint, sku), onHand, reserved, waiting, version);
    }

    void write(StockLevel level) {
        pickupPoint = level.key().pickupPoint();
        sku = level.key().sku();
        onHand = level.onHand();
        reserved = level.reserved();
        waiting = level.waiting();
        version = level.version();
    }
}
