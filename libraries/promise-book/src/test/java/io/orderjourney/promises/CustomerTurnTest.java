package io.orderjourney.promises;

import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static io.orderjourney.promises.testing.PromiseBuilder.promise;
import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.WARSAW;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.WaitingTimes;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While the customer has to act, the shop owes nothing and nothing slips. */
class CustomerTurnTest {

    private static final CustomerTurn UNTIL_FRIDAY =
            new CustomerTurn(WaitingReason.NOT_REACHED, at("2026-01-12T12:00"), at("2026-01-16T20:00"));

    private final Promise call =
            promise(CONFIRMATION_CALL).dueAt("2026-01-12T14:00").build().paused(UNTIL_FRIDAY);
    private final Promise ready = promise(PICKUP_READY)
            .dueAt("2026-01-13T20:00")
            .waitsFor(CONFIRMATION_CALL)
            .build();

    @Test
    void a_promise_that_rests_with_the_customer_is_never_missed() {
        assertThat(outlook(call, at("2026-01-12T14:00").plusMillis(1))).isEqualTo(Outlook.WAITING);
        assertThat(outlook(call, at("2026-01-15T09:00"))).isEqualTo(Outlook.WAITING);
    }

    @Test
    void what_waits_for_it_rests_with_the_customer_too() {
        assertThat(outlook(ready, at("2026-01-14T09:00"))).isEqualTo(Outlook.WAITING);
    }

    @Test
    void what_does_not_wait_for_it_is_judged_as_ever() {
        Promise goods = promise(STOCK_ARRIVAL).dueAt("2026-01-13T18:00").build();

        assertThat(outlook(goods, at("2026-01-13T18:00").plusMillis(1))).isEqualTo(Outlook.MISSED);
    }

    @Test
    void the_customer_is_reminded_halfway_and_the_waiting_ends_at_its_limit() {
        assertThat(EscalationPolicy.of(call, TERMS, WARSAW))
                .containsExactly(
                        new LevelAt(EscalationLevel.CUSTOMER_REMINDER, at("2026-01-14T16:00")),
                        new LevelAt(EscalationLevel.WAITING_EXPIRED, at("2026-01-16T20:00")));
    }

    @Test
    void a_new_date_ends_the_customers_turn_and_counts_against_nobody() {
        GrantedDate date = PromiseDates.at(at("2026-01-13T10:00"), TERMS)
                .requested(
                        CONFIRMATION_CALL,
                        at("2026-01-13T16:00"),
                        List.of(),
                        forecast(at("2026-01-13T10:00")),
                        DeskLoad.NONE);
        Promise resumed = call.rescheduled(
                new Reschedule(date, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, "sales:anna", "told"));

        assertThat(resumed.isWaiting()).isFalse();
        assertThat(resumed.deskReschedules()).isZero();
        assertThat(EscalationPolicy.of(resumed, TERMS, WARSAW))
                .extracting(LevelAt::level)
                .contains(EscalationLevel.REMINDER, EscalationLevel.MISSED);
    }

    @Test
    void a_promise_that_is_kept_or_withdrawn_waits_for_nobody() {
        assertThat(call.kept("call 3", at("2026-01-13T10:00")).isWaiting()).isFalse();
        assertThat(call.withdrawn(at("2026-01-13T10:00")).isWaiting()).isFalse();
        assertThatThrownBy(() -> call.withdrawn(at("2026-01-13T10:00")).paused(UNTIL_FRIDAY))
                .isInstanceOf(PromiseClosed.class);
    }

    @Test
    void nobody_loses_an_order_over_a_weekend() {
        // Thursday evening: Friday, Saturday (the desk is open till four), and Monday's closing.
        assertThat(waitsUntil(TERMS.waiting())).isEqualTo(at("2026-01-19T20:00"));
    }

    @Test
    void the_policy_says_how_long_the_shop_waits() {
        assertThat(waitsUntil(new WaitingTimes(Map.of(WaitingReason.NOT_REACHED, 1), 3, 3)))
                .isEqualTo(at("2026-01-16T20:00"));
        assertThat(waitsUntil(new WaitingTimes(Map.of(), 3, 3)))
                .as("what it leaves out is as the product ships it")
                .isEqualTo(waitsUntil(TERMS.waiting()));
    }

    private static Instant waitsUntil(WaitingTimes times) {
        return WaitingPolicy.untilAt(
                WaitingReason.NOT_REACHED, at("2026-01-15T18:00"), TERMS.calendar(Desk.SALES), times);
    }

    private Outlook outlook(Promise promise, Instant now) {
        return promise.outlook(
                JourneyForecast.of(List.of(call, ready, promise), TERMS, now).of(promise), TERMS, now);
    }

    private JourneyForecast forecast(Instant now) {
        return JourneyForecast.of(List.of(call), TERMS, now);
    }
}
