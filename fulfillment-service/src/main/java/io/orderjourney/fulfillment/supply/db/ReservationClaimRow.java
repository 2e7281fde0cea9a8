package io.orderjourney.fulfillment.supply.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

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
}
