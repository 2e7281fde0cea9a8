package io.orderjourney.promises;

import static io.orderjourney.contracts.PromiseKind.BANK_PAPERS;
import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.SIGNING_APPOINTMENT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyForecastTest {

    private final Promise call = Shop.promise(CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T14:00");
    private final Promise goods = Shop.promise(STOCK_ARRIVAL, "2026-01-12T10:00", "2026-01-13T18:00");
    private final Promise ready =
            Shop.promise(PICKUP_READY, "2026-01-12T10:00", "2026-01-13T20:00", CONFIRMATION_CALL, STOCK_ARRIVAL);

    @Test
    void with_nothing_in_the_way_a_promise_is_expected_after_its_handling_time() {
        assertThat(forecast("2026-01-12T10:00", call).of(call))
                .isEqualTo(new Expectation(at("2026-01-12T10:15"), RiskCause.TIME_PASSING, at("2026-01-12T10:15")));
    }

    @Test
    void the_tail_of_a_queue_that_does_not_fit_is_late_and_what_waits_for_it_is_not() {
        // SALES makes 30 calls an hour; with this one 130 are due by 14:00.
        DeskLoad load = new DeskLoad(Collections.nCopies(130, at("2026-01-12T14:00")));
        Promise first = Shop.promise(CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T13:59");
        JourneyForecast forecast =
                JourneyForecast.of(List.of(call, ready), TERMS, at("2026-01-12T10:00"), desk -> load);

        assertThat(forecast.of(call))
                .isEqualTo(new Expectation(at("2026-01-12T14:20"), RiskCause.LOAD, at("2026-01-12T10:15")));
        assertThat(forecast.of(first).isSlip(first)).isFalse();
        assertThat(forecast("2026-01-12T10:00", call).of(call).isSlip(call)).isFalse();
    }

    @Test
    void what_rests_with_a_partner_is_no_work_of_the_desk() {
        DeskLoad load = new DeskLoad(Collections.nCopies(2_000, at("2026-01-13T10:00")));

        assertThat(JourneyForecast.of(List.of(goods), TERMS, at("2026-01-12T10:00"), desk -> load)
                        .of(goods)
                        .cause())
                .isNotEqualTo(RiskCause.LOAD);
    }

    @Test
    void handling_time_runs_in_the_desks_hours() {
        // Sales close at 20:00 and open at 9:00.
        assertThat(forecast("2026-01-12T19:50", call).of(call).expectedAt()).isEqualTo(at("2026-01-13T09:05"));
    }

    @Test
    void the_suppliers_date_shifts_the_goods_and_what_waits_for_them() {
        Promise late = goods.estimated(new Estimate(at("2026-01-14T10:00"), ReasonCode.SUPPLIER_LATE));
        JourneyForecast forecast = forecast("2026-01-12T15:00", call.kept("call", at("2026-01-12T12:00")), late, ready);

        assertThat(forecast.of(late).expectedAt()).isEqualTo(at("2026-01-14T12:00"));
        assertThat(forecast.of(late).cause()).isEqualTo(RiskCause.ESTIMATE);
        assertThat(forecast.of(late).isSlip(late)).isTrue();
        assertThat(forecast.of(ready).expectedAt()).isEqualTo(at("2026-01-14T13:00"));
        assertThat(forecast.of(ready).cause()).isEqualTo(RiskCause.EARLIER_STEP);
        assertThat(forecast.of(ready).slack(ready, TERMS)).isNegative();
    }

    @Test
    void what_was_given_up_has_its_whole_way_before_it_again() {
        Promise signature = Shop.promise(SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-12T14:00");

        assertThat(forecast("2026-01-12T13:00", signature.withdrawn(at("2026-01-12T12:00")))
                        .expected(BANK_PAPERS))
                .isEqualTo(forecast("2026-01-12T13:00").expected(BANK_PAPERS));
    }

    @Test
    void an_estimate_that_lies_in_the_past_is_no_longer_believed() {
        Promise stale = goods.estimated(new Estimate(at("2026-01-12T09:00"), ReasonCode.PARTNER_ESTIMATE));

        assertThat(forecast("2026-01-12T15:00", stale).of(stale).cause()).isEqualTo(RiskCause.TIME_PASSING);
    }

    @Test
    void what_waits_for_a_rescheduled_promise_counts_on_its_new_date_unless_an_estimate_says_better() {
        Promise rescheduled = goods.rescheduled(Shop.reschedule("2026-01-14T18:00", DecidedBy.SYSTEM));

        assertThat(forecast("2026-01-12T15:00", rescheduled, ready).of(ready).expectedAt())
                .isEqualTo(at("2026-01-14T19:00"));

        Promise known = rescheduled.estimated(new Estimate(at("2026-01-14T09:00"), ReasonCode.PARTNER_ESTIMATE));
        assertThat(forecast("2026-01-12T15:00", known, ready).of(ready).expectedAt())
                .isEqualTo(at("2026-01-14T12:00"));
    }

    @Test
    void steps_that_were_not_promised_yet_count_with_their_lead_time() {
        Promise onCredit = Shop.promise(PICKUP_READY, "2026-01-12T10:00", "2026-01-20T20:00", BANK_PAPERS);

        // Call, credit call, decision, appointment and papers, one after the other: not before Thursday.
        assertThat(forecast("2026-01-12T10:00", onCredit).of(onCredit).expectedAt())
                .isAfter(at("2026-01-14T09:00"))
                .isBefore(at("2026-01-17T00:00"));
    }

    @Test
    void a_kept_step_is_not_waited_for() {
        JourneyForecast forecast = forecast(
                "2026-01-12T15:00",
                call.kept("call", at("2026-01-12T12:00")),
                goods.kept("arrival", at("2026-01-12T14:00")),
                ready);

        assertThat(forecast.of(ready).expectedAt()).isEqualTo(at("2026-01-12T16:00"));
        assertThat(forecast.of(ready).cause()).isEqualTo(RiskCause.TIME_PASSING);
    }

    @Test
    void an_agreed_window_is_expected_within_it_and_slips_only_when_something_comes_too_late() {
        Promise appointment =
                Shop.window(SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-13T11:00", "2026-01-13T12:00");
        assertThat(forecast("2026-01-12T15:00", appointment).of(appointment).isSlip(appointment))
                .isFalse();

        Promise expertLater = appointment.estimated(new Estimate(at("2026-01-13T13:00"), ReasonCode.EXPERT_ABSENT));
        Expectation later = forecast("2026-01-12T15:00", expertLater).of(expertLater);
        assertThat(later.isSlip(expertLater)).isTrue();
        assertThat(later.expectedAt()).isEqualTo(at("2026-01-13T14:00"));
    }

    @Test
    void goods_that_wait_for_the_customer_do_not_slip_while_their_window_is_open() {
        Promise slot = Shop.window(PICKUP_SLOT, "2026-01-12T10:00", "2026-01-12T11:00", "2026-01-15T20:00");

        assertThat(forecast("2026-01-14T15:00", slot).of(slot).isSlip(slot)).isFalse();
    }

    @Test
    void of_two_promises_of_a_kind_the_open_one_counts() {
        Promise readyOnce = ready.kept("notice", at("2026-01-12T12:00"));
        Promise readyAgain = Shop.promise(PICKUP_READY, "2026-01-12T13:00", "2026-01-14T20:00");
        Promise slot =
                Shop.window(PICKUP_SLOT, "2026-01-12T12:00", "2026-01-12T13:30", "2026-01-15T20:00", PICKUP_READY);

        assertThat(forecast("2026-01-12T14:00", readyOnce, readyAgain, slot)
                        .expected(PICKUP_READY)
                        .expectedAt())
                .isEqualTo(at("2026-01-12T15:00"));
    }

    private static JourneyForecast forecast(String now, Promise... promises) {
        return JourneyForecast.of(List.of(promises), TERMS, at(now));
    }
}
