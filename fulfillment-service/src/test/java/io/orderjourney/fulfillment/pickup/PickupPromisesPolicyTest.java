package io.orderjourney.fulfillment.pickup;

import static io.orderjourney.contracts.PromiseKind.BANK_PAPERS;
import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.supply.Supply;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PickupPromisesPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void expected_goods_need_an_arrival_besides_the_pickup_day() {
        assertThat(required(placed(), Supply.State.ON_SHELF, false)).containsExactly(PICKUP_READY);
        assertThat(required(placed(), Supply.State.EXPECTED, false)).containsExactly(STOCK_ARRIVAL, PICKUP_READY);
    }

    @Test
    void goods_of_unknown_source_need_the_next_update_and_no_invented_day() {
        assertThat(required(placed(), Supply.State.UNKNOWN, false)).containsExactly(NEXT_UPDATE);
    }

    @Test
    void a_promised_day_stays_promised_when_the_source_becomes_unknown() {
        assertThat(required(placed(), Supply.State.UNKNOWN, true)).containsExactly(NEXT_UPDATE, PICKUP_READY);
    }

    @Test
    void a_slot_is_promised_with_readiness_and_the_pickup_day_stands_until_the_customer_knows() {
        Pickup ready = open(placed(), Gate.values());

        assertThat(required(ready, Supply.State.ON_SHELF, true)).containsExactly(PICKUP_READY, PICKUP_SLOT);
        assertThat(required(ready.notified(1), Supply.State.ON_SHELF, true)).containsExactly(PICKUP_SLOT);
    }

    @Test
    void after_the_hand_over_nothing_is_promised() {
        Pickup gone = open(placed(), Gate.values()).handedOver("ola", NOON).state();

        assertThat(required(gone, Supply.State.ON_SHELF, true)).isEmpty();
    }

    @Test
    void after_another_end_and_while_a_refused_credit_is_the_customers_choice_nothing_is_promised() {
        Pickup ready = open(placed(), Gate.values()).notified(1);

        assertThat(required(ready.ended(JourneyEnd.NOT_COLLECTED, NOON).state(), Supply.State.ON_SHELF, false))
                .isEmpty();
        Pickup refused = placed().creditRefused(NOON).state();
        assertThat(required(refused, Supply.State.EXPECTED, true)).isEmpty();
        assertThat(required(refused.creditApproved(), Supply.State.EXPECTED, false))
                .containsExactly(STOCK_ARRIVAL, PICKUP_READY);
    }

    @Test
    void a_pickup_day_waits_for_what_its_closed_gates_wait_for() {
        assertThat(PickupPromisesPolicy.waitsFor(placed(), Supply.State.EXPECTED))
                .containsExactly(CONFIRMATION_CALL, STOCK_ARRIVAL, BANK_PAPERS);
        assertThat(PickupPromisesPolicy.waitsFor(open(placed(), Gate.ORDER_CONFIRMED), Supply.State.ON_SHELF))
                .containsExactly(BANK_PAPERS);
        assertThat(PickupPromisesPolicy.waitsFor(open(placed(), Gate.values()), Supply.State.ON_SHELF))
                .isEmpty();
        assertThat(PickupPromisesPolicy.waitsFor(PaymentMethod.ON_PICKUP, Supply.State.ON_SHELF))
                .containsExactly(CONFIRMATION_CALL);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    /** Invariant 1 as far as this service can keep it alone. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_customer_without_the_goods_always_has_a_promise(long seed) {
        Random random = new Random(seed);
        Pickup pickup = placed();
        for (int step = 0; step < 60 && !pickup.isHandedOver(); step++) {
            Gate gate = Gate.values()[random.nextInt(4)];
            pickup = switch (random.nextInt(6)) {
                case 0 -> pickup.gateClosed(gate, "doubt", NOON).state();
                case 1 -> pickup.notified(random.nextInt(3));
                case 2 ->
                    pickup.board().isReady() && random.nextInt(4) == 0
                            ? pickup.handedOver("ola", NOON).state()
                            : pickup;
                default -> pickup.gateOpened(gate, NOON).state();
            };
            Supply.State supply = pickup.board().isOpen(Gate.GOODS_AT_PICKUP_POINT)
                    ? Supply.State.ON_SHELF
                    : Supply.State.values()[random.nextInt(3)];
            Set<PromiseKind> required = required(pickup, supply, random.nextBoolean());
            assertThat(required.isEmpty()).isEqualTo(pickup.isHandedOver());
            assertThat(required.contains(PICKUP_SLOT))
                    .isEqualTo(!pickup.isHandedOver() && pickup.board().isReady());
        }
    }

    private static Set<PromiseKind> required(Pickup pickup, Supply.State supply, boolean readyPromised) {
        return PickupPromisesPolicy.required(pickup, supply, readyPromised);
    }

    private static Pickup open(Pickup pickup, Gate... gates) {
        Pickup after = pickup;
        for (Gate gate : gates) {
            after = after.gateOpened(gate, NOON).state();
        }
        return after;
    }

    private static Pickup placed() {
        return Pickup.placed(
                new UUID(7, 1), "A-100042", new UUID(7, 2), "pl", PaymentMethod.CREDIT, null, NOON, "WAW-01", false);
    }
}
