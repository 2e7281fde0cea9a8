package io.orderjourney.promises;

import static io.orderjourney.promises.Shop.reschedule;
import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromiseTest {

    private final Promise call = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T10:00", "2026-01-12T14:00");

    @Test
    void the_first_promised_date_never_changes() {
        Promise rescheduled = call.rescheduled(reschedule("2026-01-12T18:00", DecidedBy.DESK))
                .rescheduled(reschedule("2026-01-13T12:00", DecidedBy.SYSTEM));

        assertThat(rescheduled.firstPromisedAt()).isEqualTo(at("2026-01-12T14:00"));
        assertThat(rescheduled.dueAt()).isEqualTo(at("2026-01-13T12:00"));
        assertThat(rescheduled.revision()).isEqualTo(2);
    }

    @Test
    void a_desk_reschedules_a_promise_once_and_then_needs_a_manager() {
        Promise once = call.rescheduled(reschedule("2026-01-12T18:00", DecidedBy.DESK));

        assertThatThrownBy(() -> once.rescheduled(reschedule("2026-01-13T12:00", DecidedBy.DESK)))
                .isInstanceOf(ManagerApprovalRequired.class)
                .hasMessageContaining("SALES");
        assertThat(once.rescheduled(reschedule("2026-01-13T12:00", DecidedBy.MANAGER))
                        .revision())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DESK", "SYSTEM"})
    void what_others_decide_does_not_count_against_the_desk(DecidedBy other) {
        Promise byOther = call.rescheduled(reschedule("2026-01-12T18:00", other));

        assertThat(byOther.rescheduled(reschedule("2026-01-13T12:00", DecidedBy.DESK))
                        .deskReschedules())
                .isEqualTo(1);
    }

    @Test
    void case_C10_after_the_system_rescheduled_it_the_next_time_is_a_managers_decision_too() {
        Promise once = call.rescheduled(reschedule("2026-01-12T18:00", DecidedBy.SYSTEM));

        assertThat(call.needsManager()).isFalse();
        assertThat(once.needsManager()).isTrue();
        assertThatThrownBy(() -> once.rescheduled(reschedule("2026-01-13T12:00", DecidedBy.DESK)))
                .isInstanceOf(ManagerApprovalRequired.class);
        assertThat(once.rescheduled(reschedule("2026-01-13T12:00", DecidedBy.CUSTOMER))
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void a_confirmation_is_for_the_time_as_it_was_and_ends_with_a_reschedule() {
        Promise appointment = Shop.window(
                PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T10:00", "2026-01-13T11:00", "2026-01-13T12:00");
        Promise confirmed = appointment.confirmed();

        assertThat(confirmed.isConfirmed()).isTrue();
        assertThat(confirmed
                        .rescheduled(reschedule("2026-01-13T15:00", DecidedBy.CUSTOMER))
                        .isConfirmed())
                .isFalse();
    }

    static Stream<UnaryOperator<Promise>> everyChange() {
        return Stream.of(
                promise -> promise.rescheduled(reschedule("2026-01-13T12:00", DecidedBy.MANAGER)),
                promise -> promise.kept("again", at("2026-01-12T13:00")),
                promise -> promise.withdrawn(at("2026-01-12T13:00")),
                promise -> promise.estimated(new Estimate(at("2026-01-12T13:00"), ReasonCode.PARTNER_ESTIMATE)),
                Promise::confirmed);
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void a_kept_promise_refuses_every_change_and_says_that_it_was_kept(UnaryOperator<Promise> change) {
        Promise kept = call.kept("call 1", at("2026-01-12T12:00"));

        assertThatThrownBy(() -> change.apply(kept))
                .isInstanceOf(PromiseClosed.class)
                .hasMessageContaining("was kept cannot be");
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void a_withdrawn_promise_refuses_every_change_and_says_that_it_was_withdrawn(UnaryOperator<Promise> change) {
        Promise withdrawn = call.withdrawn(at("2026-01-12T12:00"));

        assertThatThrownBy(() -> change.apply(withdrawn))
                .isInstanceOf(PromiseClosed.class)
                .hasMessageContaining("was withdrawn cannot be");
    }

    @Test
    void a_promise_is_missed_one_millisecond_after_its_due_time_and_not_at_it() {
        Instant dueAt = call.dueAt();
        Expectation onTime = new Expectation(dueAt.minusSeconds(7200), RiskCause.TIME_PASSING, dueAt);

        assertThat(call.outlook(onTime, TERMS, dueAt)).isEqualTo(Outlook.ON_TRACK);
        assertThat(call.outlook(onTime, TERMS, dueAt.plusMillis(1))).isEqualTo(Outlook.MISSED);
    }

    @Test
    void a_forecast_one_millisecond_inside_the_margin_puts_the_promise_at_risk() {
        // The policy of confirmation calls wants to see 90 minutes of slack.
        Instant lastSafe = at("2026-01-12T12:30");

        assertThat(outlookFor(lastSafe)).isEqualTo(Outlook.ON_TRACK);
        assertThat(outlookFor(lastSafe.plusMillis(1))).isEqualTo(Outlook.AT_RISK);
    }

    @Test
    void slack_is_counted_in_the_desks_business_time() {
        // Due on Tuesday at 9:30, expected on Monday at 19:30: one hour of work, not fourteen hours of clock.
        Promise overNight = Shop.promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T15:00", "2026-01-13T09:30");
        Expectation eveningBefore =
                new Expectation(at("2026-01-12T19:30"), RiskCause.TIME_PASSING, at("2026-01-12T19:30"));

        assertThat(eveningBefore.slack(overNight, TERMS)).hasMinutes(60);
        assertThat(overNight.outlook(eveningBefore, TERMS, at("2026-01-12T19:00")))
                .isEqualTo(Outlook.AT_RISK);
    }

    private Outlook outlookFor(Instant expectedAt) {
        return call.outlook(
                new Expectation(expectedAt, RiskCause.TIME_PASSING, expectedAt), TERMS, at("2026-01-12T10:00"));
    }
}
