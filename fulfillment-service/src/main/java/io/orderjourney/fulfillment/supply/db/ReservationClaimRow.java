package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import java.util.stream.Stream;

/** One row of {@code reservation_claim}. */
@Entity
@Table(name = "reservation_claim")
@IdClass(ReservationClaimRow.Key.class)
class ReservationClaimRow {

    /** The primary key. */
    record Key(UUID orderId, String sku, UUID purchaseOrderId) implements Serializable {}

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Id
    String sku;

    @Id
    @Column(name = "purchase_order_id")
    UUID purchaseOrderId;

    int quantity;

    static Stream<ReservationClaimRow> of(WaitingLine line) {
        return line.line().claims().stream().map(claim -> {
            ReservationClaimRow row = new ReservationClaimRow();
            row.orderId = line.orderId();
            row.sku = line.line().sku();
            row.purchaseOrderId = claim.purchaseOrderId();
            row.quantity = claim.pieces();
            return row;
        });
    }
}
