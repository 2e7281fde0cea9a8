package io.orderjourney.promises;

import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.CREDIT_DECISION;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.SIGNING_APPOINTMENT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static io.orderjourney.promises.testing.WarsawShop.datesAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.testing.WarsawShop;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseDatesTest {

    @Test
    void the_earliest_call_leaves_the_lead_time_of_its_kind() {
        assertThat(earliest(CONFIRMATION_CALL, "2026-01-12T10:00").dueAt()).isEqualTo(at("2026-01-12T14:00"));
    }

    @Test
    void an_order_of_saturday_evening_is_called_for_on_monday() {
        assertThat(earliest(CONFIRMATION_CALL, "2026-01-10T18:00").dueAt()).isEqualTo(at("2026-01-12T13:00"));
    }

    @Test
    void epiphany_is_a_holiday_in_poland() {
        // The 6th is a Tuesday without work: four hours from Monday 18:00 end on Wednesday at 11:00.
        assertThat(earliest(CONFIRMATION_CALL, "2026-01-05T18:00").dueAt()).isEqualTo(at("2026-01-07T11:00"));
    }

    @Test
    void the_end_of_a_day_is_the_closing_time_of_the_desk() {
        assertThat(earliest(CREDIT_DECISION, "2026-01-12T10:00").dueAt()).isEqualTo(at("2026-01-12T19:00"));
        assertThat(earliest(CREDIT_DECISION, "2026-01-12T16:00").dueAt()).isEqualTo(at("2026-01-13T19:00"));
    }

    @Test
    void a_long_queue_reschedules_the_earliest_date() {
        Instant now = at("2026-01-12T10:00");

        // Sales keep 30 promises an hour: 150 ahead are five hours of work before this one.
        assertThat(PromiseDates.at(now, TERMS)
                        .earliestFrom(CONFIRMATION_CALL, now, due(150, now))
                        .dueAt())
                .isEqualTo(at("2026-01-12T17:00"));
    }

    @Test
    void case_D2_an_agreed_time_is_a_window_around_it_inside_the_hours_of_the_desk() {
        PromiseDates dates = datesAt("2026-01-12T09:05");

        assertThat(dates.around(CONFIRMATION_CALL, at("2026-01-12T12:00")))
                .isEqualTo(new GrantedDate(Precision.WINDOW, at("2026-01-12T11:45"), at("2026-01-12T12:15")));
        assertThat(dates.around(CONFIRMATION_CALL, at("2026-01-13T09:00")))
                .isEqualTo(new GrantedDate(Precision.WINDOW, at("2026-01-13T09:00"), at("2026-01-13T09:15")));
        assertThat(dates.around(CONFIRMATION_CALL, at("2026-01-12T19:50")))
                .isEqualTo(new GrantedDate(Precision.WINDOW, at("2026-01-12T19:35"), at("2026-01-12T20:00")));
        assertThatThrownBy(() -> dates.around(CONFIRMATION_CALL, at("2026-01-12T20:30")))
                .isInstanceOf(PromiseRefused.class);
        assertThatThrownBy(() -> dates.around(CONFIRMATION_CALL, at("2026-01-12T09:05")))
                .isInstanceOf(PromiseRefused.class);
    }

    private static DeskLoad due(int count, Instant dueAt) {
        return new DeskLoad(Collections.nCopies(count, dueAt));
    }

    @Test
    void come_tomorrow_is_refused_while_the_goods_come_later_and_the_earliest_day_is_named() {
        Promise goods = Shop.promise(STOCK_ARRIVAL, "2026-01-12T10:00", "2026-01-14T18:00")
                .estimated(new Estimate(at("2026-01-14T10:00"), ReasonCode.PARTNER_ESTIMATE));
        JourneyForecast forecast = JourneyForecast.of(List.of(goods), TERMS, at("2026-01-12T10:00"));

        assertThatThrownBy(() -> datesAt("2026-01-12T10:00")
                        .requested(
                                PICKUP_READY, at("2026-01-13T12:00"), List.of(STOCK_ARRIVAL), forecast, DeskLoad.NONE))
                .isInstanceOfSatisfying(
                        PromiseRefused.class,
                        refused -> assertThat(refused.nextPossibleAt()).isEqualTo(at("2026-01-14T20:00")));
    }

    @Test
    void a_requested_time_one_millisecond_too_early_is_refused_and_at_the_limit_granted() {
        Instant limit = at("2026-01-12T14:00");

        assertThat(requested(limit).dueAt()).isEqualTo(limit);
        assertThatThrownBy(() -> requested(limit.minusMillis(1))).isInstanceOf(PromiseRefused.class);
    }

    @Test
    void a_promise_that_the_desk_has_known_long_enough_can_be_rescheduled_to_two_hours_from_now() {
        Promise call = Shop.promise(CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T14:00");
        Instant inTwoHours = at("2026-01-12T15:30");
        JourneyForecast forecast = JourneyForecast.of(List.of(call), TERMS, at("2026-01-12T13:30"));
        PromiseDates dates = datesAt("2026-01-12T13:30");

        assertThat(dates.requested(call, inTwoHours, forecast, DeskLoad.NONE).dueAt())
                .isEqualTo(inTwoHours);
        assertThatThrownBy(() -> dates.requested(CONFIRMATION_CALL, inTwoHours, List.of(), forecast, DeskLoad.NONE))
                .isInstanceOf(PromiseRefused.class);
    }

    @Test
    void a_rescheduled_promise_still_gets_the_time_that_its_work_needs() {
        Promise call = Shop.promise(CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T14:00");
        JourneyForecast forecast = JourneyForecast.of(List.of(call), TERMS, at("2026-01-12T13:30"));

        assertThatThrownBy(() ->
                        datesAt("2026-01-12T13:30").requested(call, at("2026-01-12T13:31"), forecast, DeskLoad.NONE))
                .isInstanceOf(PromiseRefused.class);
    }

    @Test
    void a_requested_time_at_closing_time_is_granted_and_a_millisecond_later_refused_with_the_next_morning() {
        Instant closing = at("2026-01-12T20:00");

        assertThat(requested(closing).dueAt()).isEqualTo(closing);
        assertThatThrownBy(() -> requested(closing.plusMillis(1)))
                .isInstanceOfSatisfying(
                        PromiseRefused.class,
                        refused -> assertThat(refused.nextPossibleAt()).isEqualTo(at("2026-01-13T09:00")));
    }

    @Test
    void a_window_must_lie_in_the_hours_of_the_desk_from_its_first_to_its_last_minute() {
        PromiseDates dates = datesAt("2026-01-12T10:00");

        assertThat(dates.window(
                                SIGNING_APPOINTMENT,
                                at("2026-01-13T18:00"),
                                at("2026-01-13T19:00"),
                                at("2026-01-13T09:00"))
                        .precision())
                .isEqualTo(Precision.WINDOW);
        assertThatThrownBy(() -> dates.window(
                        SIGNING_APPOINTMENT, at("2026-01-13T18:30"), at("2026-01-13T19:30"), at("2026-01-13T09:00")))
                .isInstanceOf(PromiseRefused.class);
    }

    @Test
    void case_D5_no_window_equals_the_lunch_break_or_begins_as_the_desk_closes() {
        PromiseDates dates = PromiseDates.at(at("2026-01-12T10:00"), withLunchBreak());

        assertThatThrownBy(() -> appointment(dates, "2026-01-13T12:00", "2026-01-13T13:00"))
                .isInstanceOfSatisfying(
                        PromiseRefused.class,
                        refused -> assertThat(refused.nextPossibleAt()).isEqualTo(at("2026-01-13T13:00")));
        assertThatThrownBy(() -> appointment(dates, "2026-01-13T11:30", "2026-01-13T13:30"))
                .isInstanceOf(PromiseRefused.class);
        assertThatThrownBy(() -> appointment(dates, "2026-01-13T19:00", "2026-01-13T20:00"))
                .isInstanceOfSatisfying(
                        PromiseRefused.class,
                        refused -> assertThat(refused.nextPossibleAt()).isEqualTo(at("2026-01-14T09:00")));
        assertThat(appointment(dates, "2026-01-13T11:00", "2026-01-13T12:00").windowStartAt())
                .isEqualTo(at("2026-01-13T11:00"));
        assertThat(appointment(dates, "2026-01-13T13:00", "2026-01-13T14:00").windowStartAt())
                .isEqualTo(at("2026-01-13T13:00"));
    }

    @Test
    void case_I14_a_proposed_time_that_is_sent_back_is_granted_for_some_minutes() {
        Instant proposed = at("2026-01-12T14:00");

        assertThat(requestedAt("2026-01-12T10:00", proposed)).isEqualTo(proposed);
        assertThat(requestedAt("2026-01-12T10:10", proposed)).isEqualTo(proposed);
        assertThatThrownBy(() -> requestedAt("2026-01-12T10:11", proposed))
                .isInstanceOfSatisfying(
                        PromiseRefused.class,
                        refused -> assertThat(refused.nextPossibleAt()).isEqualTo(at("2026-01-12T14:30")));
    }

    @Test
    void an_hour_that_the_closing_would_cut_is_proposed_for_the_next_morning() {
        Promise appointment =
                Shop.window(SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-13T15:30", "2026-01-13T16:30");

        GrantedDate next = datesAt("2026-01-13T16:15").proposal(appointment, unchanged(appointment));

        assertThat(next.windowStartAt()).isEqualTo(at("2026-01-14T09:00"));
        assertThat(next.dueAt()).isEqualTo(at("2026-01-14T10:00"));
    }

    @Test
    void the_last_hour_before_closing_is_still_an_hour() {
        Promise appointment =
                Shop.window(SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-13T15:00", "2026-01-13T16:00");

        GrantedDate next = datesAt("2026-01-13T15:45").proposal(appointment, unchanged(appointment));

        assertThat(next.windowStartAt()).isEqualTo(at("2026-01-13T18:00"));
        assertThat(next.dueAt()).isEqualTo(at("2026-01-13T19:00"));
    }

    @Test
    void goods_that_are_kept_for_days_are_kept_until_the_closing_of_the_last_one() {
        Promise slot = Shop.window(PICKUP_SLOT, "2026-01-12T10:00", "2026-01-12T11:00", "2026-01-14T20:00");

        GrantedDate next = datesAt("2026-01-14T17:00").proposal(slot, unchanged(slot));

        assertThat(next.windowStartAt()).isAfter(at("2026-01-14T20:00"));
        assertThat(next.dueAt())
                .isEqualTo(WarsawShop.TERMS.calendar(slot.desk()).closingAt(next.dueAt()));
    }

    @Test
    void a_known_cause_gives_a_date_that_the_forecast_says_will_hold() {
        Promise ready = Shop.promise(PICKUP_READY, "2026-01-12T10:00", "2026-01-13T20:00", STOCK_ARRIVAL);
        Expectation late = new Expectation(at("2026-01-14T13:00"), RiskCause.EARLIER_STEP, at("2026-01-14T13:00"));

        assertThat(datesAt("2026-01-12T15:00").proposal(ready, late).dueAt()).isEqualTo(at("2026-01-14T20:00"));
    }

    @Test
    void an_unknown_cause_reschedules_the_date_by_what_the_policy_says() {
        Promise call = Shop.promise(CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T14:00");
        Expectation soon = new Expectation(at("2026-01-12T13:30"), RiskCause.TIME_PASSING, at("2026-01-12T13:30"));

        assertThat(datesAt("2026-01-12T13:15").proposal(call, soon).dueAt()).isEqualTo(at("2026-01-12T18:00"));
    }

    @Test
    void the_next_update_is_given_in_the_hours_of_the_desk_that_gives_it() {
        // SALES works until eight in the evening and on Saturday, CUSTOMER_CARE until five and not at the weekend.
        assertThat(nextUpdate("2026-01-12T15:00", Desk.SALES, DeskLoad.NONE)).isEqualTo(at("2026-01-12T19:00"));
        assertThat(nextUpdate("2026-01-12T15:00", Desk.CUSTOMER_CARE, DeskLoad.NONE))
                .isEqualTo(at("2026-01-13T10:30"));
        assertThat(nextUpdate("2026-01-09T18:00", Desk.SALES, DeskLoad.NONE)).isEqualTo(at("2026-01-10T12:00"));
    }

    @Test
    void a_question_is_answered_by_the_desk_that_knows_within_one_business_day() {
        DeskLoad sixThousandQuestions = due(6_000, at("2026-01-01T12:00"));

        assertThat(answer(PromiseKind.INQUIRY_REPLY, "2026-01-12T10:10", Desk.CUSTOMER_CARE, DeskLoad.NONE))
                .isEqualTo(at("2026-01-12T14:30"));
        assertThat(answer(PromiseKind.PUBLIC_REPLY, "2026-01-12T10:10", Desk.CUSTOMER_CARE, DeskLoad.NONE))
                .isBefore(at("2026-01-12T14:30"));
        // Friday evening: SALES is there on Saturday, customer care on Monday.
        assertThat(answer(PromiseKind.INQUIRY_REPLY, "2026-01-09T20:30", Desk.SALES, DeskLoad.NONE))
                .isEqualTo(at("2026-01-10T14:00"));
        assertThat(answer(PromiseKind.INQUIRY_REPLY, "2026-01-09T20:30", Desk.CUSTOMER_CARE, DeskLoad.NONE))
                .isEqualTo(at("2026-01-12T12:30"));
        assertThat(answer(PromiseKind.INQUIRY_REPLY, "2026-01-12T10:10", Desk.SALES, sixThousandQuestions))
                .isEqualTo(at("2026-01-13T10:00"));
    }

    private static Instant answer(PromiseKind kind, String now, Desk desk, DeskLoad load) {
        return datesAt(now).withinOneDay(kind, desk, load).dueAt();
    }

    @Test
    void case_C7_the_next_update_is_never_later_than_one_business_day_ahead_whatever_the_load() {
        DeskLoad sixThousandOrders = due(6_000, at("2026-01-01T12:00"));

        assertThat(nextUpdate("2026-01-12T10:10", Desk.SALES, sixThousandOrders))
                .isEqualTo(at("2026-01-13T10:00"));
        // Saturday is short: what Friday evening cannot have at seven it has at the closing.
        assertThat(nextUpdate("2026-01-09T19:00", Desk.SALES, sixThousandOrders))
                .isEqualTo(at("2026-01-10T16:00"));
        // Ordered at night, asked for in the morning, told by the next one; the sixth is a holiday.
        assertThat(nextUpdate("2026-01-04T23:00", Desk.SALES, sixThousandOrders))
                .isEqualTo(at("2026-01-07T09:00"));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void a_next_update_always_lies_ahead_and_inside_the_hours_of_its_desk(long seed) {
        Random random = new Random(seed);
        for (int sample = 0; sample < 300; sample++) {
            Instant now = at("2026-01-02T00:00").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 360)));
            for (Desk desk : Desk.values()) {
                Instant dueAt = PromiseDates.at(now, TERMS)
                        .nextUpdate(desk, due(random.nextInt(3_000), now.plusSeconds(random.nextInt(90_000))))
                        .dueAt();
                assertThat(dueAt).as("seed %d, %s at %s", seed, desk, now).isAfter(now);
                assertThat(TERMS.calendar(desk).covers(dueAt))
                        .as("seed %d, %s at %s", seed, desk, now)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void every_granted_date_lies_inside_the_desks_hours_and_every_proposal_is_later_than_before(long seed) {
        Random random = new Random(seed);
        List<PromiseKind> kinds = List.copyOf(TERMS.policy().kinds().keySet());
        for (int sample = 0; sample < 300; sample++) {
            // Nine months around: both changes of the clock, Easter, Corpus Christi, Christmas.
            Instant now = at("2026-01-02T00:00").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 360)));
            PromiseKind kind = kinds.get(random.nextInt(kinds.size()));
            BusinessCalendar calendar = TERMS.calendar(TERMS.kind(kind).desk());
            if (TERMS.kind(kind).precision() == Precision.WINDOW) {
                continue;
            }
            PromiseDates dates = PromiseDates.at(now, TERMS);
            GrantedDate first = dates.earliestFrom(
                    kind,
                    now.plusSeconds(random.nextInt(400_000)),
                    due(random.nextInt(90), now.plusSeconds(random.nextInt(90_000))));
            Promise promise = Shop.promise(
                    kind,
                    "2026-01-01T10:00",
                    first.dueAt().atZone(WarsawShop.WARSAW).toLocalDateTime().toString());
            Instant expectedAt = first.dueAt().plusSeconds(random.nextInt(500_000) - 100_000);
            GrantedDate next = dates.proposal(
                    promise,
                    new Expectation(
                            expectedAt,
                            random.nextBoolean() ? RiskCause.ESTIMATE : RiskCause.TIME_PASSING,
                            expectedAt));

            assertThat(calendar.covers(first.dueAt()))
                    .as("seed %d: %s", seed, first)
                    .isTrue();
            assertThat(calendar.covers(next.dueAt()))
                    .as("seed %d: %s", seed, next)
                    .isTrue();
            assertThat(next.dueAt()).as("seed %d", seed).isAfter(first.dueAt());
        }
    }

    private static GrantedDate earliest(PromiseKind kind, String now) {
        return datesAt(now).earliestFrom(kind, at(now), DeskLoad.NONE);
    }

    private static GrantedDate requested(Instant requestedAt) {
        JourneyForecast nothingElse = JourneyForecast.of(List.of(), TERMS, at("2026-01-12T10:00"));
        return datesAt("2026-01-12T10:00")
                .requested(CONFIRMATION_CALL, requestedAt, List.of(), nothingElse, DeskLoad.NONE);
    }

    private static GrantedDate appointment(PromiseDates dates, String startAt, String endAt) {
        return dates.window(SIGNING_APPOINTMENT, at(startAt), at(endAt), at("2026-01-13T09:00"));
    }

    /** The shop with a credit desk that closes from twelve to one. */
    private static ShopTerms withLunchBreak() {
        ShopPolicy policy = TERMS.policy();
        Map<Desk, DeskPolicy> desks = new EnumMap<>(policy.desks());
        DeskPolicy credit = desks.get(Desk.CREDIT);
        desks.put(Desk.CREDIT, new DeskPolicy("Mon-Fri 09:00-12:00, 13:00-19:00", credit.phone(), credit.perHour()));
        return new ShopTerms(new ShopPolicy(
                policy.revision(),
                policy.zone(),
                policy.holidaysOf(),
                policy.closures(),
                desks,
                policy.kinds(),
                policy.quietHours(),
                policy.mergeWindow(),
                policy.offerValidFor()));
    }

    private static Instant requestedAt(String now, Instant requestedAt) {
        JourneyForecast nothingElse = JourneyForecast.of(List.of(), TERMS, at(now));
        return datesAt(now)
                .requested(CONFIRMATION_CALL, requestedAt, List.of(), nothingElse, DeskLoad.NONE)
                .dueAt();
    }

    private static Instant nextUpdate(String now, Desk desk, DeskLoad load) {
        return datesAt(now).nextUpdate(desk, load).dueAt();
    }

    private static Expectation unchanged(Promise promise) {
        return new Expectation(promise.dueAt(), RiskCause.TIME_PASSING, promise.dueAt());
    }
}
