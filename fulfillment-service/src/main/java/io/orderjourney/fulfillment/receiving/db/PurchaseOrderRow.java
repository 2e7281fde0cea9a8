package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** One row of {@code purchase_order} with its lines. */
@Entity
@Table(name = "purchase_order")
class PurchaseOrderRow {

    @Id
    UUID id;

    String supplier;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "first_eta_at")
    Instant firstEtaAt;

    @Column(name = "eta_at")
    Instant etaAt;

    @Nullable
    @Column(name = "eta_reason")
    String etaReason;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Nullable
    @Column(name = "close_reason")
    String closeReason;

    long version;

    @OneToMany(fetch = FetchType.LAZY, cascade = CascadeType.REFRESH)
    @JoinColumn(name = "purchase_order_id", insertable = false, updatable = false)
    @OrderBy("sku")
    @BatchSize(size = 100)
    List<PurchaseOrderLineRow> lines = new ArrayList<>();

    PurchaseOrder order() {
        return new PurchaseOrder(
                id,
                supplier,
                pickupPoint,
                firstEtaAt,
                etaAt,
                etaReason,
                orderedAt,
                lines.stream().map(PurchaseOrderLineRow::line).toList(),
                closeReason,
                version);
    }

    static PurchaseOrderRow of(PurchaseOrder order) {
        PurchaseOrderRow row = new PurchaseOrderRow();
        row.id = order.id();
        row.supplier = order.supplier();
        row.pickupPoint = order.pickupPoint();
        row.firstEtaAt = order.firstEtaAt();
        row.orderedAt = order.orderedAt();
        order.lines().forEach(line -> row.lines.add(PurchaseOrderLineRow.of(order.id(), line)));
        row.write(order);
        return row;
    }

    /** What changes of an order: its ETA, what has arrived, and what will not come. */
    void write(PurchaseOrder order) {
        etaAt = order.etaAt();
        etaReason = order.etaReason();
        closeReason = order.closeReason();
        version = order.version();
        for (PurchaseOrder.Line line : order.lines()) {
            lines.stream().filter(row -> row.sku.equals(line.sku())).forEach(row -> row.write(line));
        }
    }
}
