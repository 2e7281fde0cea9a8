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
import io.orderjourney.notification.watch.Verdict.Ask;
import io.orderjourney.notification.watch.Verdict.Speech;
import io.orderjourney.notification.watch.Verdict.Warning;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatchPolicyTest {

    private static final Instant NOON = at("2026-01-12T12:00");

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");

    @Test
    void a_promise_seen_for_the_first_time_gets_its_rungs_and_nothing_else() {
        Verdict verdict = decide(call, WatchRecord.fresh(call.id()), List.of());

        assertThat(verdict).isEqualTo(new Verdict(true, null, List.of(), List.of(), null, Speech.NOTHING));
    }

    @Test
    void a_promise_on_track_leads_to_nothing() {
        Verdict verdict = decide(call, planned(0), List.of());

        assertThat(verdict).isEqualTo(new Verdict(false, null, List.of(), List.of(), null, Speech.NOTHING));
    }

    @ParameterizedTest
    @CsvSource({"REMINDER, REMINDER", "REQUEST_NEW_DATE, NEW_DATE"})
    void the_desk_and_the_owner_hear_of_the_lower_rungs(EscalationLevel level, DeskTaskKind task) {
        Verdict verdict = decide(call, planned(0), List.of(reached(level, 0)));

        assertThat(verdict.asks()).containsExactly(new Ask(task, call.dueAt()));
        assertThat(verdict.warnings()).extracting(Warning::level).containsExactly(level);
        assertThat(verdict.reschedule()).isNull();
        assertThat(verdict.speech()).isEqualTo(Speech.NOTHING);
    }

    @Test
    void only_the_highest_of_several_rungs_counts() {
        Verdict verdict = decide(
                call,
                planned(0),
                List.of(reached(EscalationLevel.REMINDER, 0), reached(EscalationLevel.REQUEST_NEW_DATE, 0)));

        assertThat(verdict.asks()).extracting(Ask::task).containsExactly(DeskTaskKind.NEW_DATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = EscalationLevel.class,
            names = {"AUTO_RESCHEDULE", "OVERDUE", "MISSED"})
    void at_the_upper_rungs_the_watch_reschedules_the_promise_itself(EscalationLevel level) {
        Verdict verdict = decide(call, planned(0), List.of(reached(level, 0)));

        Verdict.SystemMove reschedule = Objects.requireNonNull(verdict.reschedule());
        assertThat(reschedule.date().dueAt()).isEqualTo(at("2026-01-12T18:00"));
        assertThat(reschedule.cause()).isEqualTo(RiskCause.TIME_PASSING);
        assertThat(verdict.asks()).containsExactly(new Ask(DeskTaskKind.RESCHEDULED_BY_SYSTEM, at("2026-01-12T18:00")));
        assertThat(verdict.warnings()).isEmpty();
    }

    @Test
    void a_rung_of_an_earlier_revision_is_over() {
        Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T18:00");
        Verdict verdict = decide(
                rescheduled,
                planned(1).spoken(1),
                List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0), reached(EscalationLevel.REQUEST_NEW_DATE, 0)));

        assertThat(verdict.reschedule()).isNull();
        assertThat(verdict.asks()).isEmpty();
    }

    @Test
    void an_agreed_time_that_somebody_vouches_for_is_left_alone_at_the_last_word() {
        Promise appointment = confirmed(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T13:00", "2026-01-12T14:00");

        assertThat(decide(appointment, planned(0), List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0)))
                        .reschedule())
                .isNull();
        assertThat(decide(appointment, planned(0), List.of(reached(EscalationLevel.OVERDUE, 0)))
                        .reschedule())
                .isNotNull();
    }

    @Test
    void the_same_time_promised_anew_is_watched_anew_and_not_told() {
        Promise before = confirmed(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T13:00", "2026-01-12T14:00");
        Promise anew = rescheduled(before, 1, "2026-01-12T13:00", "2026-01-12T14:00");

        Verdict verdict = decide(
                anew,
                planned(0),
                List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0)),
                said(before, 0, "2026-01-12T13:00", "2026-01-12T14:00", null));

        assertThat(verdict.planRungs()).isTrue();
        assertThat(verdict.speech()).isEqualTo(Speech.KEEP_QUIET);
        assertThat(decide(anew, planned(1), List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 1)))
                        .reschedule())
                .as("who took over must be vouched for")
                .isNotNull();
    }

    @Test
    void an_agreed_time_that_nobody_vouches_for_is_rescheduled_at_the_last_word_with_that_cause() {
        Promise appointment = window(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T13:00", "2026-01-12T14:00");

        Verdict.SystemMove reschedule = Objects.requireNonNull(
                decide(appointment, planned(0), List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0)))
                        .reschedule());

        assertThat(reschedule.cause()).isEqualTo(RiskCause.NOT_CONFIRMED);
        assertThat(reschedule.date().windowStartAt()).isAfter(appointment.dueAt());
    }

    @Test
    void invariant_5_a_date_the_customer_has_in_hand_that_passes_unkept_is_broken() {
        Verdict verdict = decide(call, planned(0), List.of(reached(EscalationLevel.MISSED, 0)));

        assertThat(verdict.missedRevision()).isZero();
        assertThat(verdict.reschedule()).isNotNull();
    }

    @Test
    void invariant_5_a_date_passes_in_peace_once_the_customer_has_a_later_one_in_hand() {
        Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(decide(rescheduled, told(1), List.of(reached(EscalationLevel.MISSED, 0)))
                        .missedRevision())
                .isNull();
    }

    @Test
    void invariant_5_a_later_date_that_did_not_reach_the_customer_saves_nothing() {
        Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T18:00");
        WatchRecord announcedOnly = planned(1).spoken(1);

        assertThat(decide(rescheduled, announcedOnly, List.of(reached(EscalationLevel.MISSED, 0)))
                        .missedRevision())
                .isZero();
    }

    @Test
    void a_date_he_never_heard_of_is_not_broken_to_him() {
        Promise quietlyEarlier = rescheduled(call, 1, null, "2026-01-12T13:00");

        Verdict verdict = decide(quietlyEarlier, planned(1).keptQuiet(1), List.of(reached(EscalationLevel.MISSED, 1)));

        assertThat(verdict.missedRevision()).isNull();
        assertThat(verdict.reschedule()).isNotNull();
    }

    @Test
    void a_slip_with_a_known_cause_is_foreseen_once() {
        Promise late = estimated(
                PromiseKind.CREDIT_DECISION,
                "2026-01-12T19:00",
                new Estimate(at("2026-01-13T12:00"), ReasonCode.BANK_LATE));

        Verdict first = decide(late, planned(0), List.of());
        Instant foreseenAt = first.warnings().get(0).expectedAt();
        Verdict second = decide(late, planned(0).foreseen(0, foreseenAt), List.of());

        assertThat(first.warnings()).extracting(Warning::level).containsExactly(EscalationLevel.FORESEEN);
        assertThat(first.warnings()).extracting(Warning::cause).containsExactly(RiskCause.ESTIMATE);
        assertThat(second.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1799999, 0", "1800000, 1"})
    void a_forecast_that_shifts_by_half_an_hour_is_foreseen_again(long shiftMillis, int warnings) {
        Promise late = estimated(
                PromiseKind.CREDIT_DECISION,
                "2026-01-12T19:00",
                new Estimate(at("2026-01-13T12:00"), ReasonCode.BANK_LATE));
        Instant expectedAt = expectation(late, NOON).expectedAt();

        Verdict verdict = decide(late, planned(0).foreseen(0, expectedAt.minusMillis(shiftMillis)), List.of());

        assertThat(verdict.warnings()).hasSize(warnings);
    }

    @Test
    void a_reminder_does_not_hide_a_slip_that_is_foreseen_later() {
        Promise late = estimated(
                PromiseKind.CREDIT_DECISION,
                "2026-01-12T19:00",
                new Estimate(at("2026-01-13T12:00"), ReasonCode.BANK_LATE));

        Verdict verdict = decide(late, planned(0), List.of(reached(EscalationLevel.REMINDER, 0)));

        assertThat(verdict.warnings())
                .extracting(Warning::level)
                .containsExactly(EscalationLevel.REMINDER, EscalationLevel.FORESEEN);
    }

    @ParameterizedTest
    @CsvSource({
        // a millisecond later than he believes is later; up to two hours earlier is no news
        "14:00:00.001, ANNOUNCE",
        "14:00:00.000, KEEP_QUIET",
        "12:00:00.001, KEEP_QUIET",
        "12:00:00.000, ANNOUNCE"
    })
    void what_is_worth_telling(String dueAt, Speech speech) {
        Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T" + dueAt);

        assertThat(decide(rescheduled, planned(1), List.of()).speech()).isEqualTo(speech);
    }

    @ParameterizedTest
    @CsvSource({"13:00:00.000, 13:30:00.000, KEEP_QUIET", "13:00:00.001, 13:30:00.000, ANNOUNCE"})
    void an_agreed_time_counts_to_the_minute(String startAt, String dueAt, Speech speech) {
        Promise agreed = window(PromiseKind.PICKUP_SLOT, "2026-01-12T13:00", "2026-01-12T13:30");
        Promise rescheduled = rescheduled(agreed, 1, "2026-01-12T" + startAt, "2026-01-12T" + dueAt);
        SaidDate first = said(agreed, 0, "2026-01-12T13:00", "2026-01-12T13:30", null);

        assertThat(decide(rescheduled, planned(1), List.of(), first).speech()).isEqualTo(speech);
    }

    @Test
    void what_was_announced_is_not_announced_again() {
        Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(decide(rescheduled, planned(1), List.of()).speech()).isEqualTo(Speech.ANNOUNCE);
        assertThat(decide(rescheduled, planned(1).spoken(1), List.of()).speech())
                .isEqualTo(Speech.NOTHING);
    }

    @Test
    void a_date_is_compared_with_what_was_said_last_and_not_with_what_was_kept_quiet() {
        Promise back = rescheduled(call, 2, null, "2026-01-12T14:00");
        SaidDate quiet = said(call, 1, null, "2026-01-12T13:00", ReasonCode.POLICY);

        // He was never told of 13:00: 14:00 is what he believes anyway.
        assertThat(decide(back, planned(2).keptQuiet(1), List.of(), quiet).speech())
                .isEqualTo(Speech.KEEP_QUIET);
        // Had he been told, it would be a delay.
        assertThat(decide(back, planned(2).spoken(1), List.of(), quiet).speech())
                .isEqualTo(Speech.ANNOUNCE);
    }

    @Test
    void invariant_8_a_slip_that_recovered_gets_an_all_clear_if_the_delay_was_announced() {
        Promise back = rescheduled(call, 2, null, "2026-01-12T14:00");
        SaidDate delay = said(call, 1, null, "2026-01-12T15:00", ReasonCode.POLICY);

        assertThat(decide(back, planned(2).spoken(1), List.of(), delay).speech())
                .isEqualTo(Speech.ANNOUNCE);
    }

    @Test
    void who_asked_for_another_time_gets_it_confirmed() {
        Promise rescheduled = rescheduled(call, 1, null, "2026-01-12T13:30");
        SaidDate asked = said(call, 1, null, "2026-01-12T13:30", ReasonCode.CUSTOMER_ASKED);

        assertThat(decide(rescheduled, planned(1), List.of(), asked).speech()).isEqualTo(Speech.ANNOUNCE);
    }

    private Verdict decide(Promise promise, WatchRecord record, List<ReachedRung> reached, SaidDate... said) {
        DatesSaid dates = new DatesSaid(promise, List.of(said));
        return new WatchPolicy(TERMS, NOON).decide(promise, expectation(promise, NOON), record, reached, dates);
    }

    private static Expectation expectation(Promise promise, Instant now) {
        return JourneyForecast.of(List.of(promise), TERMS, now).of(promise);
    }

    private WatchRecord planned(int revision) {
        return WatchRecord.fresh(call.id()).planned(revision);
    }

    private WatchRecord told(int revision) {
        return new WatchRecord(call.id(), revision, -1, null, revision, revision, revision);
    }

    private ReachedRung reached(EscalationLevel level, int revision) {
        return new ReachedRung(call.id(), revision, level);
    }

    private static SaidDate said(
            Promise promise, int revision, @Nullable String startAt, String dueAt, @Nullable ReasonCode reason) {
        return new SaidDate(
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
