package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.GateState;
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
    @Column(name = "close_reason")
    String closeReason;

    GateState state() {
        return new GateState(openedAt, closedAt, closeReason);
    }

    static PickupGateRow of(UUID orderId, Gate gate, GateState state) {
        PickupGateRow row = new PickupGateRow();
        row.orderId = orderId;
        row.gate = gate;
        row.write(state);
        return row;
    }

    void write(GateState state) {
        openedAt = state.openedAt();
        closedAt = state.closedAt();
        closeReason = state.closeReason();
    }
}
