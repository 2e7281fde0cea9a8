package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One row of {@code purchase_order_line}. */
@Entity
@Table(name = "purchase_order_line")
@IdClass(PurchaseOrderLineRow.Key.class)
class PurchaseOrderLineRow {

    /** The primary key. */
    record Key(UUID purchaseOrderId, String sku) implements Serializable {}

    @Id
    @Column(name = "purchase_order_id")
    UUID purchaseOrderId;

    @Id
    String sku;

    int quantity;
    int arrived;
    int cancelled;

    PurchaseOrder.Line line() {
        return new PurchaseOrder.Line(sku, quantity, arrived, cancelled);
    }

    static PurchaseOrderLineRow of(UUID purchaseOrderId, PurchaseOrder.Line line) {
        PurchaseOrderLineRow row = new PurchaseOrderLineRow();
        row.purchaseOrderId = purchaseOrderId;
        row.sku = line.sku();
        row.quantity = line.quantity();
        row.write(line);
        return row;
    }

    void write(PurchaseOrder.Line line) {
        arrived = line.arrived();
        cancelled = line.cancelled();
    }
}
