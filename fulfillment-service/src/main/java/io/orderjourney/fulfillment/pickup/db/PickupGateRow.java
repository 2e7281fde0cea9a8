package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Gate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code pickup_gate}. */
@Entity
@Table(name = "pickup_gate")
@IdClass(PickupGateRow.Key.class)
class PickupGateRow {

    /** The primary key. */
    record Key(UUID orderId, Gate gate) implements Serializable {}

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Id
    @Enumerated(EnumType.STRING)
    Gate gate;

    @Nullable
    @Column(name = "opened_at")
    Instant openedAt;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "closed_why")
    String closeReason;
}
