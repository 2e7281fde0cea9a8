package io.orderjourney.fulfillment.pickup.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.fulfillment.pickup.GateBoard;
import io.orderjourney.fulfillment.pickup.GateState;
import io.orderjourney.fulfillment.pickup.Pickup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PickupRowTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void a_pickup_survives_its_rows() {
        Pickup pickup = new Pickup(
                UUID.randomUUID(),
                "A-100042",
                UUID.randomUUID(),
                "sl",
                PaymentMethod.ON_PICKUP,
                new Money(249_900, "PLN"),
                NOON,
                new GateBoard(
                        "WAW-01",
                        Map.of(
                                Gate.ORDER_CONFIRMED,
                                GateState.openSince(NOON),
                                Gate.GOODS_AT_PICKUP_POINT,
                                new GateState(NOON, NOON.plusSeconds(9), "damaged")),
                        2),
                new Money(49_900, "PLN"),
                true,
                true,
                1,
                2,
                NOON.plusSeconds(99),
                "counter:ola",
                JourneyEnd.CREDIT_REFUSED,
                7);
        PickupRow row = new PickupRow();

        row.write(pickup);
        List<PickupGateRow> gates = pickup.board().gates().entrySet().stream()
                .map(gate -> PickupGateRow.of(pickup.orderId(), gate.getKey(), gate.getValue()))
                .toList();

        assertThat(row.pickup(gates)).isEqualTo(pickup);
    }
}
