package io.orderjourney.fulfillment.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.OpenGate;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateBoardTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void an_order_on_credit_has_four_gates_and_one_paid_at_the_counter_two() {
        assertThat(GateBoard.of("WAW-01", PaymentMethod.CREDIT).closedGates())
                .containsExactly(
                        Gate.ORDER_CONFIRMED, Gate.GOODS_AT_PICKUP_POINT, Gate.AGREEMENT_SIGNED, Gate.BANK_PAPERS);
        assertThat(GateBoard.of("WAW-01", PaymentMethod.ON_PICKUP).closedGates())
                .containsExactly(Gate.ORDER_CONFIRMED, Gate.GOODS_AT_PICKUP_POINT);
    }

    @Test
    void a_board_without_gates_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GateBoard("WAW-01", Map.of(), 0));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void three_of_four_open_gates_are_not_ready_and_the_fourth_makes_it_so(Gate last) {
        GateBoard board = GateBoard.of("WAW-01", PaymentMethod.CREDIT);
        for (Gate gate : EnumSet.complementOf(EnumSet.of(last))) {
            Decision<GateBoard> opened = board.opened(gate, NOON);
            assertThat(types(opened)).containsExactly(EventTypes.GATE_OPENED);
            board = opened.state();
        }
        assertThat(board.isReady()).isFalse();

        Decision<GateBoard> ready = board.opened(last, NOON.plusSeconds(60));

        assertThat(types(ready)).containsExactly(EventTypes.GATE_OPENED, EventTypes.READY_FOR_PICKUP);
        assertThat(ready.state().isReady()).isTrue();
        assertThat(ready.state().readyAt()).isEqualTo(NOON.plusSeconds(60));
        ReadyForPickup said = (ReadyForPickup) ready.facts().get(1).data();
        assertThat(said.readiness()).isEqualTo(1);
        assertThat(said.gates()).hasSize(4).contains(new OpenGate(last, NOON.plusSeconds(60)));
    }

    @Test
    void a_closing_gate_withdraws_readiness_and_the_next_one_has_another_number() {
        GateBoard ready = allOpen(PaymentMethod.ON_PICKUP);

        Decision<GateBoard> closed = ready.closed(Gate.GOODS_AT_PICKUP_POINT, "damaged", NOON.plusSeconds(1));

        assertThat(types(closed)).containsExactly(EventTypes.GATE_CLOSED, EventTypes.READINESS_WITHDRAWN);
        assertThat(closed.facts().get(1).data())
                .isEqualTo(new ReadinessWithdrawn(
                        "WAW-01", 1, Gate.GOODS_AT_PICKUP_POINT, "damaged", NOON.plusSeconds(1)));
        assertThat(closed.state().readyAt()).isNull();
        Decision<GateBoard> again = closed.state().opened(Gate.GOODS_AT_PICKUP_POINT, NOON.plusSeconds(2));
        assertThat(((ReadyForPickup) again.facts().get(1).data()).readiness()).isEqualTo(2);
    }

    @Test
    void a_gate_that_closes_before_the_order_was_ready_withdraws_nothing() {
        GateBoard board = GateBoard.of("WAW-01", PaymentMethod.ON_PICKUP)
                .opened(Gate.ORDER_CONFIRMED, NOON)
                .state();

        assertThat(types(board.closed(Gate.ORDER_CONFIRMED, "doubt", NOON))).containsExactly(EventTypes.GATE_CLOSED);
    }

    @Test
    void opening_an_open_gate_and_closing_a_closed_one_change_nothing() {
        GateBoard ready = allOpen(PaymentMethod.ON_PICKUP);

        assertThat(ready.opened(Gate.ORDER_CONFIRMED, NOON.plusSeconds(9)).isChange())
                .isFalse();
        assertThat(GateBoard.of("WAW-01", PaymentMethod.ON_PICKUP)
                        .closed(Gate.ORDER_CONFIRMED, "doubt", NOON)
                        .isChange())
                .isFalse();
    }

    @Test
    void a_gate_that_the_order_does_not_have_never_opens() {
        GateBoard board = GateBoard.of("WAW-01", PaymentMethod.ON_PICKUP);

        assertThat(board.opened(Gate.BANK_PAPERS, NOON).isChange()).isFalse();
        assertThat(board.closed(Gate.BANK_PAPERS, "lost", NOON).isChange()).isFalse();
    }

    @Test
    void another_payment_keeps_the_state_of_the_gates_that_stay() {
        GateBoard confirmed = GateBoard.of("WAW-01", PaymentMethod.CREDIT)
                .opened(Gate.ORDER_CONFIRMED, NOON)
                .state();

        Decision<GateBoard> paidAtTheCounter = confirmed.paid(PaymentMethod.ON_PICKUP, NOON.plusSeconds(1));

        assertThat(paidAtTheCounter.facts()).isEmpty();
        assertThat(paidAtTheCounter.state().gates())
                .containsOnly(
                        Map.entry(Gate.ORDER_CONFIRMED, GateState.openSince(NOON)),
                        Map.entry(Gate.GOODS_AT_PICKUP_POINT, GateState.NEVER_OPENED));
    }

    @Test
    void another_payment_may_make_an_order_ready_or_take_that_back() {
        GateBoard waitingForCredit = GateBoard.of("WAW-01", PaymentMethod.CREDIT)
                .opened(Gate.ORDER_CONFIRMED, NOON)
                .state()
                .opened(Gate.GOODS_AT_PICKUP_POINT, NOON)
                .state();

        Decision<GateBoard> ready = waitingForCredit.paid(PaymentMethod.ON_PICKUP, NOON);
        Decision<GateBoard> back = ready.state().paid(PaymentMethod.CREDIT, NOON);

        assertThat(types(ready)).containsExactly(EventTypes.READY_FOR_PICKUP);
        assertThat(ready.state().readiness()).isEqualTo(1);
        assertThat(types(back)).containsExactly(EventTypes.READINESS_WITHDRAWN);
        assertThat(types(allOpen(PaymentMethod.CREDIT).paid(PaymentMethod.ON_PICKUP, NOON)))
                .as("ready before and after")
                .isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ready_is_said_only_while_every_gate_is_open(long seed) {
        Random random = new Random(seed);
        PaymentMethod payment = random.nextBoolean() ? PaymentMethod.CREDIT : PaymentMethod.ON_PICKUP;
        Set<Gate> open = EnumSet.noneOf(Gate.class);
        GateBoard board = GateBoard.of("WAW-01", payment);
        int saidReady = 0;
        boolean standing = false;
        for (int step = 0; step < 60; step++) {
            Gate gate = Gate.values()[random.nextInt(Gate.values().length)];
            Instant at = NOON.plus(Duration.ofMinutes(step));
            boolean opens = random.nextInt(3) > 0;
            Decision<GateBoard> decision = opens ? board.opened(gate, at) : board.closed(gate, "doubt", at);
            if (GateBoard.gatesOf(payment).contains(gate)) {
                boolean changed = opens ? open.add(gate) : open.remove(gate);
                assertThat(decision.isChange()).isEqualTo(changed);
            }
            boolean all = open.equals(GateBoard.gatesOf(payment));
            for (Fact<?> fact : decision.facts()) {
                if (fact.type().equals(EventTypes.READY_FOR_PICKUP)) {
                    assertThat(all).as("ready with %s open", open).isTrue();
                    assertThat(((ReadyForPickup) fact.data()).readiness()).isEqualTo(++saidReady);
                    standing = true;
                }
                if (fact.type().equals(EventTypes.READINESS_WITHDRAWN)) {
                    assertThat(((ReadinessWithdrawn) fact.data()).readiness()).isEqualTo(saidReady);
                    standing = false;
                }
            }
            board = decision.state();
            assertThat(standing).as("what was said last is true").isEqualTo(all);
            assertThat(board.isReady()).isEqualTo(all);
        }
    }

    private static GateBoard allOpen(PaymentMethod payment) {
        GateBoard board = GateBoard.of("WAW-01", payment);
        for (Gate gate : GateBoard.gatesOf(payment)) {
            board = board.opened(gate, NOON).state();
        }
        return board;
    }

    private static List<EventType<?>> types(Decision<GateBoard> decision) {
        return decision.facts().stream().<EventType<?>>map(Fact::type).toList();
    }
}
