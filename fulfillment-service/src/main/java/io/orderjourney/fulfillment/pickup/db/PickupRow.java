package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.PaymentMethod;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code pickup}. */
@Entity
@Table(name = "pickup")
class PickupRow {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "customer_id")
    UUID customerId;

    String language;

    @Enumerated(EnumType.STRING)
    PaymentMethod payment;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "placed_at")
    Instant placedAt;

    int readiness;

    @Column(name = "told_readiness")
    int notifiedReadiness;

    @Nullable
    @Column(name = "handed_over_at")
    Instant handedOverAt;

    @Nullable
    @Column(name = "handed_over_by")
    String handedOverBy;

    long version;
}
