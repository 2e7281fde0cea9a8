package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.GateBoard;
import io.orderjourney.fulfillment.pickup.GateState;
import io.orderjourney.fulfillment.pickup.Pickup;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Rows and rule. */
final class PickupMapping {

    private PickupMapping() {}

    static Pickup pickup(PickupRow row, Collection<PickupGateRow> gateRows) {
        Map<Gate, GateState> gates = new EnumMap<>(Gate.class);
        gateRows.forEach(gate -> gates.put(gate.gate, new GateState(gate.openedAt, gate.closedAt, gate.closeReason)));
        return new Pickup(
                row.orderId,
                row.orderNumber,
                row.customerId,
                row.language,
                row.payment,
                row.placedAt,
                new GateBoard(row.pickupPoint, gates, row.readiness),
                row.notifiedReadiness,
                row.handedOverAt,
                row.handedOverBy,
                row.version);
    }

    static void write(Pickup pickup, PickupRow row) {
        row.orderId = pickup.orderId();
        row.orderNumber = pickup.orderNumber();
        row.customerId = pickup.customerId();
        row.language = pickup.language();
        row.payment = pickup.payment();
        row.pickupPoint = pickup.board().pickupPoint();
        row.placedAt = pickup.placedAt();
        row.readiness = pickup.board().readiness();
        row.notifiedReadiness = pickup.notifiedReadiness();
        row.handedOverAt = pickup.handedOverAt();
        row.handedOverBy = pickup.handedOverBy();
        row.version = pickup.version();
    }

    static PickupGateRow gateRow(UUID orderId, Gate gate, GateState state) {
        PickupGateRow row = new PickupGateRow();
        row.orderId = orderId;
        row.gate = gate;
        write(state, row);
        return row;
    }

    static void write(GateState state, PickupGateRow row) {
        row.openedAt = state.openedAt();
        row.closedAt = state.closedAt();
        row.closeReason = state.closeReason();
    }
}
