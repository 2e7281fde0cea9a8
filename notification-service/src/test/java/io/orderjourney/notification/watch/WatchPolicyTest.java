package io.orderjourney.notification.watch;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.confirmed;
import static io.orderjourney.notification.Fixtures.estimated;
import static io.orderjourney.notification.Fixtures.promise;
import static io.orderjourney.notification.Fixtures.rescheduled;
import static io.orderjourney.notification.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.watch.Action.AskDesk;
import io.orderjourney.notification.watch.Action.DeclareMissed;
import io.orderjourney.notification.watch.Action.NotifyCustomer;
import io.orderjourney.notification.watch.Action.ReportSlip;
import io.orderjourney.notification.watch.Action.Reschedule;
import io.orderjourney.notification.watch.Action.ScheduleEscalation;
import io.orderjourney.notification.watch.Action.SuppressNotice;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatchPolicyTest {

    private static final Instant NOON = at("2026-01-12T12:00");

    /** Timers are another rule's; these tests say which levels time has reached. */
    private static final List<EscalationPolicy.LevelAt> PLAN = List.of();

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");

    @Test
    void a_new_promise_gets_its_escalation_timers_and_nothing_else() {
        assertThat(decide(call, WatchState.fresh(call.id()), List.of()))
                .containsExactly(new ScheduleEscalation(PLAN, false));
    }

    @Test
    void a_promise_on_track_needs_no_action() {
        assertThat(decide(call, scheduled(0), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REMINDER, REMINDER", "REQUEST_NEW_DATE, NEW_DATE"})
    void lower_escalation_levels_ask_the_desk_and_warn_the_owner(EscalationLevel level, DeskTaskKind task) {
        assertThat(decide(call, scheduled(0), List.of(reached(level, 0))))
                .singleElement()
                .satisfies(action -> {
                    AskDesk ask = (AskDesk) action;
                    assertThat(ask.level()).isEqualTo(level);
                    assertThat(ask.task()).isEqualTo(task);
                    assertThat(ask.doBeforeAt()).isEqualTo(call.dueAt());
                });
    }

    @Test
    void only_the_highest_escalation_level_counts() {
        assertThat(decide(
                        call,
                        scheduled(0),
                        List.of(reached(EscalationLevel.REMINDER, 0), reached(EscalationLevel.REQUEST_NEW_DATE, 0))))
                .singleElement()
                .satisfies(action -> assertThat(((AskDesk) action).task()).isEqualTo(DeskTaskKind.NEW_DATE));
    }

    @ParameterizedTest
    @EnumSource(
            value = EscalationLevel.class,
            names = {"AUTO_RESCHEDULE", "OVERDUE", "MISSED"})
    void upper_escalation_levels_reschedule_automatically(EscalationLevel level) {
        List<Action> actions = decide(call, scheduled(0), List.of(reached(level, 0)));

        Reschedule reschedule = find(Reschedule.class, actions).orElseThrow();
        assertThat(reschedule.date().dueAt()).isEqualTo(at("2026-01-12T18:00"));
        assertThat(reschedule.cause()).isEqualTo(RiskCause.TIME_PASSING);
        assertThat(actions).last().isEqualTo(reschedule);
        assertThat(find(AskDesk.class, actions)).isEmpty();
    }

    @Test
    void escalation_levels_of_an_earlier_revision_are_ignored() {
        Promise later = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(decide(
                        later,
                        scheduled(1).announced(1),
                        List.of(
                                reached(EscalationLevel.AUTO_RESCHEDULE, 0),
                                reached(EscalationLevel.REQUEST_NEW_DATE, 0))))
                .isEmpty();
    }

    @Test
    void a_confirmed_appointment_is_not_rescheduled_before_its_window() {
        Promise appointment = confirmed(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T13:00", "2026-01-12T14:00");

        assertThat(reschedule(appointment, EscalationLevel.AUTO_RESCHEDULE)).isEmpty();
        assertThat(reschedule(appointment, EscalationLevel.OVERDUE)).isPresent();
    }

    @Test
    void rescheduling_to_the_same_time_restarts_escalation_without_a_notice() {
        Promise before = confirmed(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T13:00", "2026-01-12T14:00");
        Promise again = rescheduled(before, 1, "2026-01-12T13:00", "2026-01-12T14:00");

        assertThat(decide(
                        again,
                        scheduled(0),
                        List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0)),
                        date(before, 0, "2026-01-12T13:00", "2026-01-12T14:00", null)))
                .containsExactly(new ScheduleEscalation(PLAN, false), new SuppressNotice());
        assertThat(find(
                        Reschedule.class,
                        decide(again, scheduled(1), List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 1)))))
                .as("the new revision must be confirmed again")
                .isPresent();
    }

    @Test
    void an_unconfirmed_appointment_is_rescheduled_with_that_cause() {
        Promise appointment = window(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T13:00", "2026-01-12T14:00");

        Reschedule reschedule =
                reschedule(appointment, EscalationLevel.AUTO_RESCHEDULE).orElseThrow();

        assertThat(reschedule.cause()).isEqualTo(RiskCause.NOT_CONFIRMED);
        assertThat(reschedule.date().windowStartAt()).isAfter(appointment.dueAt());
    }

    @Test
    void invariant_5_a_confirmed_date_that_passes_is_missed_without_notice() {
        List<Action> actions = decide(call, scheduled(0), List.of(reached(EscalationLevel.MISSED, 0)));

        assertThat(actions).first().isEqualTo(new DeclareMissed(0));
        assertThat(find(Reschedule.class, actions)).isPresent();
    }

    @Test
    void invariant_5_a_date_replaced_in_time_is_not_missed() {
        Promise later = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(find(DeclareMissed.class, decide(later, delivered(1), List.of(reached(EscalationLevel.MISSED, 0)))))
                .isEmpty();
    }

    @Test
    void invariant_5_an_undelivered_new_date_does_not_prevent_the_miss() {
        Promise later = rescheduled(call, 1, null, "2026-01-12T18:00");
        WatchState announcedOnly = scheduled(1).announced(1);

        assertThat(find(DeclareMissed.class, decide(later, announcedOnly, List.of(reached(EscalationLevel.MISSED, 0)))))
                .contains(new DeclareMissed(0));
    }

    @Test
    void a_date_the_customer_never_learned_is_not_missed() {
        Promise quietlyEarlier = rescheduled(call, 1, null, "2026-01-12T13:00");

        List<Action> actions =
                decide(quietlyEarlier, scheduled(1).suppressed(1), List.of(reached(EscalationLevel.MISSED, 1)));

        assertThat(find(DeclareMissed.class, actions)).isEmpty();
        assertThat(find(Reschedule.class, actions)).isPresent();
    }

    @Test
    void a_predicted_slip_is_reported_once() {
        Promise late = late();

        ReportSlip report =
                find(ReportSlip.class, decide(late, scheduled(0), List.of())).orElseThrow();

        assertThat(report.risk().cause()).isEqualTo(RiskCause.ESTIMATE);
        assertThat(decide(late, scheduled(0).predicted(0, report.risk().expectedAt()), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1799999, false", "1800000, true"})
    void a_forecast_shift_of_30_minutes_is_reported_again(long shiftMillis, boolean reported) {
        Promise late = late();
        Instant expectedAt = expectation(late).expectedAt();

        List<Action> actions = decide(late, scheduled(0).predicted(0, expectedAt.minusMillis(shiftMillis)), List.of());

        assertThat(find(ReportSlip.class, actions).isPresent()).isEqualTo(reported);
    }

    @Test
    void a_reminder_does_not_hide_a_predicted_slip() {
        assertThat(decide(late(), scheduled(0), List.of(reached(EscalationLevel.REMINDER, 0))))
                .hasExactlyElementsOfTypes(AskDesk.class, ReportSlip.class);
    }

    @ParameterizedTest
    @CsvSource({
        // a millisecond later than announced is later; up to two hours earlier is no news
        "14:00:00.001, true",
        "14:00:00.000, false",
        "12:00:00.001, false",
        "12:00:00.000, true"
    })
    void only_material_changes_are_announced(String dueAt, boolean announced) {
        Promise changed = rescheduled(call, 1, null, "2026-01-12T" + dueAt);

        assertThat(decide(changed, scheduled(1), List.of())).containsExactly(notice(announced));
    }

    @ParameterizedTest
    @CsvSource({"13:00:00.000, 13:30:00.000, false", "13:00:00.001, 13:30:00.000, true"})
    void any_change_of_a_window_is_announced(String startAt, String dueAt, boolean announced) {
        Promise agreed = window(PromiseKind.PICKUP_SLOT, "2026-01-12T13:00", "2026-01-12T13:30");
        Promise changed = rescheduled(agreed, 1, "2026-01-12T" + startAt, "2026-01-12T" + dueAt);
        PromisedDate first = date(agreed, 0, "2026-01-12T13:00", "2026-01-12T13:30", null);

        assertThat(decide(changed, scheduled(1), List.of(), first)).containsExactly(notice(announced));
    }

    @Test
    void a_revision_is_announced_once() {
        Promise later = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(decide(later, scheduled(1), List.of())).containsExactly(new NotifyCustomer());
        assertThat(decide(later, scheduled(1).announced(1), List.of())).isEmpty();
    }

    @Test
    void a_date_is_compared_with_the_last_announced_one() {
        Promise back = rescheduled(call, 2, null, "2026-01-12T14:00");
        PromisedDate suppressed = date(call, 1, null, "2026-01-12T13:00", ReasonCode.POLICY);

        // 13:00 was never announced, so 14:00 is no news; had it been, 14:00 would be a delay.
        assertThat(decide(back, scheduled(2).suppressed(1), List.of(), suppressed))
                .containsExactly(new SuppressNotice());
        assertThat(decide(back, scheduled(2).announced(1), List.of(), suppressed))
                .containsExactly(new NotifyCustomer());
    }

    @Test
    void invariant_8_a_recovered_slip_gets_an_all_clear_if_it_was_announced() {
        Promise back = rescheduled(call, 2, null, "2026-01-12T14:00");
        PromisedDate delay = date(call, 1, null, "2026-01-12T15:00", ReasonCode.POLICY);

        assertThat(decide(back, scheduled(2).announced(1), List.of(), delay)).containsExactly(new NotifyCustomer());
    }

    @Test
    void a_customers_own_request_is_confirmed() {
        Promise changed = rescheduled(call, 1, null, "2026-01-12T13:30");
        PromisedDate asked = date(call, 1, null, "2026-01-12T13:30", ReasonCode.CUSTOMER_ASKED);

        assertThat(decide(changed, scheduled(1), List.of(), asked)).containsExactly(new NotifyCustomer());
    }

    private Optional<Reschedule> reschedule(Promise promise, EscalationLevel level) {
        return find(Reschedule.class, decide(promise, scheduled(0), List.of(reached(level, 0))));
    }

    private static List<Action> decide(
            Promise promise, WatchState state, List<EscalationReached> reached, PromisedDate... dates) {
        DateHistory history = new DateHistory(promise, List.of(dates));
        return WatchPolicy.decide(new Situation(
                promise, expectation(promise), state, reached, history, PLAN, true, false, false, TERMS, NOON));
    }

    private static <T extends Action> Optional<T> find(Class<T> type, List<Action> actions) {
        return actions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Action notice(boolean announced) {
        return announced ? new NotifyCustomer() : new SuppressNotice();
    }

    private static Promise late() {
        return estimated(
                PromiseKind.CREDIT_DECISION,
                "2026-01-12T19:00",
                new Estimate(at("2026-01-13T12:00"), ReasonCode.BANK_LATE));
    }

    private static Expectation expectation(Promise promise) {
        return JourneyForecast.of(List.of(promise), TERMS, NOON).of(promise);
    }

    private WatchState scheduled(int revision) {
        return WatchState.fresh(call.id()).scheduled(revision, EscalationPolicy.fingerprint(PLAN));
    }

    private WatchState delivered(int revision) {
        return new WatchState(call.id(), revision, null, -1, null, revision, revision, revision, null);
    }

    private EscalationReached reached(EscalationLevel level, int revision) {
        return new EscalationReached(call.id(), revision, level);
    }

    private static PromisedDate date(
            Promise promise, int revision, @Nullable String startAt, String dueAt, @Nullable ReasonCode reason) {
        return new PromisedDate(
                promise.id(),
                revision,
                promise.journeyId(),
                at(dueAt),
                startAt == null ? null : at(startAt),
                reason,
                "policy",
                false,
                NOON,
                null,
                null);
    }
}
