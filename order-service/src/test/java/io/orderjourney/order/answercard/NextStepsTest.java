package io.orderjourney.order.answercard;

import static io.orderjourney.contracts.PromiseKind.BANK_PAPERS;
import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.CREDIT_CALL;
import static io.orderjourney.contracts.PromiseKind.CREDIT_DECISION;
import static io.orderjourney.contracts.PromiseKind.GOODS_HOLD;
import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.SIGNING_APPOINTMENT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.NextStep;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextStepsTest {

    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofHours(4));
    private static final Instant FRIDAY = Instant.parse("2026-01-16T19:00:00Z");

    private static List<NextStep> steps(PaymentMethod payment, Promise... promises) {
        return NextSteps.of(List.of(promises), payment, false, Promised.TERMS, NOW);
    }

    private static Promise kept(PromiseKind kind) {
        return Promised.of(kind, SOON).kept("evidence", NOW);
    }

    @Test
    void the_next_step_waits_for_nothing_and_is_due_first() {
        List<NextStep> steps = steps(
                PaymentMethod.ON_PICKUP,
                Promised.of(PICKUP_READY, SOON.minusSeconds(3_600), CONFIRMATION_CALL, STOCK_ARRIVAL),
                Promised.of(STOCK_ARRIVAL, FRIDAY),
                Promised.of(CONFIRMATION_CALL, SOON));

        assertThat(steps).extracting(NextStep::kind).containsExactly(CONFIRMATION_CALL, STOCK_ARRIVAL);
        assertThat(steps.get(0).desk()).isEqualTo(Desk.SALES);
        assertThat(steps.get(0).dueAt()).isEqualTo(SOON);
        assertThat(steps.get(0).text()).isEqualTo("Call the customer and confirm the order");
    }

    @ParameterizedTest
    @EnumSource(WaitingReason.class)
    void a_step_that_waits_for_the_customer_says_so_and_until_when(WaitingReason reason) {
        Promise call = Promised.of(CONFIRMATION_CALL, SOON).paused(new CustomerTurn(reason, NOW, FRIDAY));

        NextStep step = steps(PaymentMethod.ON_PICKUP, call, Promised.of(PICKUP_READY, SOON, CONFIRMATION_CALL))
                .get(0);

        assertThat(step.kind()).isEqualTo(CONFIRMATION_CALL);
        assertThat(step.text()).startsWith("The customer's turn: they ");
        assertThat(step.dueAt()).isEqualTo(FRIDAY);
    }

    @Test
    void what_a_desk_can_do_comes_before_what_waits_longer_for_the_customer() {
        Promise hold = Promised.of(GOODS_HOLD, SOON.minusSeconds(1))
                .paused(new CustomerTurn(WaitingReason.CREDIT_CHOICE, NOW, FRIDAY));

        assertThat(steps(PaymentMethod.CREDIT, hold, Promised.of(NEXT_UPDATE, SOON)))
                .extracting(NextStep::kind)
                .startsWith(NEXT_UPDATE, GOODS_HOLD);
    }

    @Test
    void a_window_counts_from_its_start() {
        Promise signature = Promised.of(SIGNING_APPOINTMENT, SOON.plusSeconds(1_800));
        Promise update = Promised.of(NEXT_UPDATE, SOON);

        assertThat(steps(PaymentMethod.CREDIT, update, signature))
                .extracting(NextStep::kind)
                .startsWith(SIGNING_APPOINTMENT, NEXT_UPDATE);
    }

    @Test
    void a_kept_promise_is_not_waited_for() {
        assertThat(steps(
                        PaymentMethod.ON_PICKUP,
                        Promised.of(PICKUP_READY, FRIDAY, CONFIRMATION_CALL, STOCK_ARRIVAL),
                        kept(CONFIRMATION_CALL),
                        kept(STOCK_ARRIVAL)))
                .extracting(NextStep::kind)
                .containsExactly(PICKUP_READY);
    }

    @Test
    void a_withdrawn_appointment_is_a_step_to_do_again() {
        List<NextStep> steps = steps(
                PaymentMethod.CREDIT,
                kept(CONFIRMATION_CALL),
                kept(CREDIT_CALL),
                kept(CREDIT_DECISION),
                Promised.of(SIGNING_APPOINTMENT, SOON, CREDIT_DECISION).withdrawn(NOW),
                Promised.by("credit-service", Desk.CREDIT, NEXT_UPDATE, SOON),
                Promised.of(PICKUP_READY, FRIDAY, BANK_PAPERS));

        assertThat(steps).extracting(NextStep::kind).containsExactly(NEXT_UPDATE, SIGNING_APPOINTMENT);
        assertThat(steps.get(1).windowStartAt()).isNull();
        assertThat(steps.get(1).dueAt()).isAfter(NOW);
    }

    @Test
    void a_withdrawn_update_is_not_a_step() {
        assertThat(steps(
                        PaymentMethod.ON_PICKUP,
                        Promised.of(NEXT_UPDATE, SOON).withdrawn(NOW),
                        Promised.of(CONFIRMATION_CALL, SOON)))
                .extracting(NextStep::kind)
                .containsExactly(CONFIRMATION_CALL);
    }

    @Test
    void a_promise_made_again_is_waited_for_again() {
        assertThat(steps(
                        PaymentMethod.ON_PICKUP,
                        kept(PICKUP_READY),
                        Promised.of(PICKUP_READY, FRIDAY),
                        Promised.of(PICKUP_SLOT, FRIDAY.plusSeconds(3_600), PICKUP_READY)))
                .extracting(NextStep::kind)
                .containsExactly(PICKUP_READY);
    }

    @Test
    void a_decision_that_is_not_promised_yet_is_a_step_after_the_credit_call() {
        List<NextStep> steps = steps(
                PaymentMethod.CREDIT,
                kept(CONFIRMATION_CALL),
                kept(CREDIT_CALL),
                Promised.of(PICKUP_READY, FRIDAY, CONFIRMATION_CALL, BANK_PAPERS));

        assertThat(steps).extracting(NextStep::kind).containsExactly(CREDIT_DECISION);
        assertThat(steps.get(0).desk()).isEqualTo(Desk.CREDIT);
        assertThat(steps.get(0).dueAt()).isAfter(NOW);
    }

    @Test
    void a_step_with_a_window_says_when_it_starts() {
        List<NextStep> steps = steps(
                PaymentMethod.CREDIT,
                kept(CONFIRMATION_CALL),
                kept(CREDIT_CALL),
                kept(CREDIT_DECISION),
                Promised.of(SIGNING_APPOINTMENT, SOON, CREDIT_DECISION));

        assertThat(steps.get(0).windowStartAt()).isEqualTo(SOON.minus(Duration.ofHours(1)));
        assertThat(steps.get(0).dueAt()).isEqualTo(SOON);
    }

    @Test
    void an_order_without_open_promises_still_has_a_next_step() {
        assertThat(steps(PaymentMethod.CREDIT, kept(CONFIRMATION_CALL)))
                .extracting(NextStep::kind)
                .containsExactly(CREDIT_CALL);
        assertThat(steps(PaymentMethod.ON_PICKUP, kept(CONFIRMATION_CALL)))
                .extracting(NextStep::kind)
                .containsExactly(PICKUP_READY);
        assertThat(steps(PaymentMethod.ON_PICKUP, kept(CONFIRMATION_CALL), kept(PICKUP_READY)))
                .extracting(NextStep::kind)
                .containsExactly(PICKUP_SLOT);
        assertThat(steps(PaymentMethod.ON_PICKUP)).extracting(NextStep::kind).containsExactly(CONFIRMATION_CALL);
    }

    @Test
    void two_desks_that_owe_an_update_are_both_listed() {
        assertThat(steps(
                        PaymentMethod.ON_PICKUP,
                        Promised.by("order-service", Desk.SALES, NEXT_UPDATE, SOON),
                        Promised.by("fulfillment-service", Desk.WAREHOUSE, NEXT_UPDATE, SOON.minusSeconds(60))))
                .extracting(NextStep::desk)
                .containsExactly(Desk.WAREHOUSE, Desk.SALES);
    }

    @Test
    void a_cycle_of_waiting_promises_does_not_hang_the_card() {
        assertThat(steps(
                        PaymentMethod.ON_PICKUP,
                        Promised.of(PICKUP_READY, FRIDAY, PICKUP_SLOT),
                        Promised.of(PICKUP_SLOT, FRIDAY, PICKUP_READY)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void there_is_a_next_step_whatever_was_promised_kept_or_withdrawn(long seed) {
        Random random = new Random(seed);
        List<PromiseKind> kinds =
                Promised.TERMS.policy().kinds().keySet().stream().sorted().toList();
        for (int i = 0; i < 500; i++) {
            List<Promise> promises = new ArrayList<>();
            for (PromiseKind kind : kinds) {
                for (int n = random.nextInt(3); n > 0; n--) {
                    promises.add(randomly(random, kind, kinds));
                }
            }
            PaymentMethod payment = PaymentMethod.values()[random.nextInt(2)];

            List<NextStep> steps = NextSteps.of(promises, payment, false, Promised.TERMS, NOW);

            assertThat(steps).as("seed %d, round %d: %s", seed, i, promises).isNotEmpty();
        }
    }

    private static Promise randomly(Random random, PromiseKind kind, List<PromiseKind> kinds) {
        PromiseKind[] waitsFor =
                kinds.stream().filter(other -> random.nextInt(4) == 0).toArray(PromiseKind[]::new);
        Promise promise = Promised.of(kind, SOON.plusSeconds(random.nextInt(100_000)), waitsFor);
        return switch (random.nextInt(3)) {
            case 0 -> promise.kept("evidence", NOW);
            case 1 -> promise.withdrawn(NOW);
            default -> promise;
        };
    }
}
