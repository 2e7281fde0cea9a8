package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.promises.Promise;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Appointments: booked from the roster, confirmed, and rescheduled before a customer makes a wasted trip. */
@QuarkusTest
class AppointmentTest extends CreditShop {

    @Inject
    Applications applications;

    @Test
    void the_first_appointment_respects_the_lead_time_and_the_start_of_the_shift() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");

        UUID orderId = approvedOrder();

        Promise appointment = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(appointment.windowStartAt()).isEqualTo(at(tomorrow, "11:30"));
        assertThat(appointment.dueAt()).isEqualTo(at(tomorrow, "12:30"));
        SigningAppointmentBooked booked = lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED);
        assertThat(booked.expertId()).isEqualTo("ewa");
        assertThat(booked.reason()).isNull();
        assertThat(booked.startsAt()).isEqualTo(at(tomorrow, "11:30"));
    }

    @Test
    void two_customers_never_get_the_same_hour_of_one_expert() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");

        UUID first = approvedOrder();
        UUID second = approvedOrder();

        assertThat(promise(first, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(at(tomorrow, "11:30"));
        assertThat(promise(second, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(at(tomorrow, "12:30"));
    }

    @Test
    void without_a_roster_an_update_is_promised_and_a_time_once_there_is_one() {
        UUID orderId = approvedOrder();
        assertThat(promised(orderId, PromiseKind.SIGNING_APPOINTMENT)).isEmpty();
        assertThat(promise(orderId, PromiseKind.NEXT_UPDATE).isOpen()).isTrue();

        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");

        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(at(tomorrow, "11:30"));
        assertThat(promise(orderId, PromiseKind.NEXT_UPDATE).isOpen())
                .as("the update is given when the customer was told")
                .isTrue();
        told(orderId, NoticeSubject.APPOINTMENT_BOOKED);
        assertThat(promise(orderId, PromiseKind.NEXT_UPDATE).keptAt()).isNotNull();
    }

    @Test
    void a_check_in_confirms_all_appointments_of_the_expert_that_day() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID first = approvedOrder();
        UUID second = approvedOrder();
        assertThat(promise(first, PromiseKind.SIGNING_APPOINTMENT).isConfirmed())
                .isFalse();

        goTo(tomorrow, "09:50");
        checkIn("ewa").ok();
        checkIn("ewa").ok();

        for (UUID orderId : new UUID[] {first, second}) {
            assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).isConfirmed())
                    .isTrue();
            assertThat(facts(orderId, EventTypes.EXPERT_CHECKED_IN)).hasSize(1);
            assertThat(facts(orderId, EventTypes.PROMISE_CONFIRMED)).hasSize(1);
        }
        assertThat(show(applicationOf(first))
                        .body()
                        .at("/appointment/confirmed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_expert_who_is_there_takes_over_the_time_of_one_who_did_not_come() {
        LocalDate tomorrow = today().plusDays(1);
        shift("adam", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        shift("zofia", tomorrow, "10:00", "18:00");
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);

        goTo(tomorrow, "10:00");
        checkIn("zofia").ok();
        goTo(tomorrow, "10:15");
        atRisk(orderId, before, EscalationLevel.REQUEST_NEW_DATE, RiskCause.NOT_CONFIRMED, before.dueAt());

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(after.revision()).as("for the customer nothing changed").isEqualTo(before.revision());
        assertThat(after.isConfirmed()).isTrue();
        SigningAppointmentBooked booked = lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED);
        assertThat(booked.expertId()).isEqualTo("zofia");
        assertThat(booked.reason()).isEqualTo(ReasonCode.EXPERT_ABSENT);
        assertThat(booked.startsAt()).isEqualTo(before.windowStartAt());
    }

    @Test
    void without_a_replacement_the_customer_gets_the_next_time_with_an_expert() {
        LocalDate tomorrow = today().plusDays(1);
        LocalDate dayAfter = today().plusDays(2);
        shift("ewa", tomorrow, "10:00", "18:00");
        shift("jan", dayAfter, "10:00", "18:00");
        UUID orderId = approvedOrder();
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);

        goTo(tomorrow, "10:15");
        atRisk(orderId, before, EscalationLevel.REQUEST_NEW_DATE, RiskCause.NOT_CONFIRMED, before.dueAt());

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(after.windowStartAt()).isEqualTo(at(dayAfter, "11:30"));
        assertThat(after.firstPromisedAt()).isEqualTo(before.firstPromisedAt());
        assertThat(after.deskReschedules()).isZero();
        PromiseRescheduled rescheduled = lastFact(orderId, EventTypes.PROMISE_RESCHEDULED);
        assertThat(rescheduled.reason()).isEqualTo(ReasonCode.EXPERT_ABSENT);
        assertThat(rescheduled.bySystem()).isFalse();
        assertThat(lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED).expertId())
                .isEqualTo("jan");
        assertThat(show(applicationOf(orderId)).text("/appointment/startsAt")).startsWith(dayAfter + "T11:30:00");
    }

    @Test
    void a_reminder_or_a_warning_about_an_older_time_changes_nothing() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        shift("jan", today().plusDays(2), "10:00", "18:00");
        UUID orderId = approvedOrder();
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        goTo(tomorrow, "10:15");

        atRisk(orderId, before, EscalationLevel.REMINDER, RiskCause.NOT_CONFIRMED, before.dueAt());
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT)).isEqualTo(before);

        atRisk(orderId, before, EscalationLevel.REQUEST_NEW_DATE, RiskCause.NOT_CONFIRMED, before.dueAt());
        Promise rescheduled = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        atRisk(orderId, before, EscalationLevel.AUTO_RESCHEDULE, RiskCause.NOT_CONFIRMED, before.dueAt());
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT)).isEqualTo(rescheduled);
    }

    @Test
    void a_warning_that_crossed_the_check_in_changes_nothing() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        goTo(tomorrow, "10:10");
        checkIn("ewa").ok();
        Promise confirmed = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);

        atRisk(orderId, confirmed, EscalationLevel.REQUEST_NEW_DATE, RiskCause.NOT_CONFIRMED, confirmed.dueAt());

        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT)).isEqualTo(confirmed);
    }

    @Test
    void an_absence_that_another_expert_covers_changes_nothing_for_the_customer() {
        LocalDate tomorrow = today().plusDays(1);
        shift("adam", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        shift("zofia", tomorrow, "10:00", "18:00");

        absent("adam", at(tomorrow, "09:00"), at(tomorrow, "19:00")).ok();

        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT)).isEqualTo(before);
        assertThat(lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED).expertId())
                .isEqualTo("zofia");
    }

    @Test
    void an_uncovered_absence_is_estimated_and_the_watchs_warning_reschedules() {
        LocalDate tomorrow = today().plusDays(1);
        LocalDate dayAfter = today().plusDays(2);
        shift("ewa", tomorrow, "10:00", "18:00");
        shift("jan", dayAfter, "10:00", "18:00");
        UUID orderId = approvedOrder();

        absent("ewa", at(tomorrow, "09:00"), at(tomorrow, "19:00")).ok();

        Promise estimated = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(estimated.windowStartAt()).as("not rescheduled yet").isEqualTo(at(tomorrow, "11:30"));
        assertThat(estimated.estimate()).satisfies(estimate -> {
            assertThat(estimate.expectedAt()).isEqualTo(at(dayAfter, "11:30"));
            assertThat(estimate.reason()).isEqualTo(ReasonCode.EXPERT_ABSENT);
        });

        atRisk(orderId, estimated, EscalationLevel.FORESEEN, RiskCause.ESTIMATE, at(dayAfter, "12:30"));
        Promise rescheduled = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(rescheduled.windowStartAt()).isEqualTo(at(dayAfter, "11:30"));
        assertThat(rescheduled.estimate()).isNull();
        assertThat(lastFact(orderId, EventTypes.PROMISE_RESCHEDULED).reason()).isEqualTo(ReasonCode.EXPERT_ABSENT);
        assertThat(lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED).expertId())
                .isEqualTo("jan");
    }

    @Test
    void a_restored_shift_takes_the_estimate_back() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        shift("jan", today().plusDays(2), "10:00", "18:00");
        UUID orderId = approvedOrder();

        assertThat(client.delete(Caller.CREDIT, "/api/v1/roster/ewa/shifts/" + tomorrow)
                        .status())
                .isEqualTo(204);
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).estimate()).isNotNull();

        shift("ewa", tomorrow, "10:00", "18:00");
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).estimate()).isNull();
        assertThat(lastFact(orderId, EventTypes.PROMISE_ESTIMATED).expectedAt()).isNull();
    }

    @Test
    void an_expert_who_returns_early_serves_the_customers_who_wait() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", today(), "09:00", "18:00");
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID hadATime = approvedOrder();
        absent("ewa", at(today(), "08:00"), at(tomorrow, "19:00")).ok();
        UUID waiting = approvedOrder();
        assertThat(promised(hadATime, PromiseKind.SIGNING_APPOINTMENT)).noneMatch(Promise::isOpen);
        assertThat(promised(waiting, PromiseKind.SIGNING_APPOINTMENT)).isEmpty();

        goTo(today(), "17:00");
        checkIn("ewa").ok();

        assertThat(List.of(hadATime, waiting))
                .allSatisfy(orderId -> assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT)
                                .isOpen())
                        .isTrue());
        assertThat(promise(waiting, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isAfterOrEqualTo(at(tomorrow, "11:30"));
    }

    @Test
    void customers_with_a_time_do_not_keep_others_from_getting_one() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "12:30");
        UUID hasATime = approvedOrder();
        UUID waiting = approvedOrder();
        assertThat(promised(hasATime, PromiseKind.SIGNING_APPOINTMENT)).hasSize(1);

        List<UUID> held =
                QuarkusTransaction.requiringNew().call(() -> applications.lockWithoutAppointment(pickupPoint, 1));

        assertThat(held).containsExactly(UUID.fromString(applicationOf(waiting)));
    }

    @Test
    void with_no_expert_left_an_update_is_promised_instead_of_an_appointment() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();

        client.delete(Caller.MANAGEMENT, "/api/v1/roster/ewa/shifts/" + tomorrow);

        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).withdrawnAt())
                .isNotNull();
        assertThat(promise(orderId, PromiseKind.NEXT_UPDATE).isOpen()).isTrue();
        assertThat(facts(orderId))
                .as("at no moment without a promise")
                .containsSubsequence("promises.promise-made.v1", "promises.promise-withdrawn.v1");
    }

    @Test
    void a_reschedule_by_the_watch_is_taken_over_if_an_expert_is_free_then() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "10:00", "18:00");
        UUID orderId = approvedOrder();
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);

        rescheduledBySystem(orderId, before, at(tomorrow, "14:00"));

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(after.windowStartAt()).isEqualTo(at(tomorrow, "14:00"));
        assertThat(after.rescheduledBySystem()).isTrue();
        assertThat(after.revision()).isEqualTo(1);
        assertThat(lastFact(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED).startsAt())
                .isEqualTo(at(tomorrow, "14:00"));
    }

    @Test
    void a_reschedule_by_the_watch_without_a_free_expert_is_rescheduled_by_policy() {
        LocalDate tomorrow = today().plusDays(1);
        LocalDate dayAfter = today().plusDays(2);
        shift("ewa", tomorrow, "10:00", "14:00");
        shift("jan", dayAfter, "10:00", "18:00");
        UUID orderId = approvedOrder();
        Promise before = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);

        rescheduledBySystem(orderId, before, at(tomorrow, "15:00"));

        Promise after = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(after.windowStartAt()).isEqualTo(at(dayAfter, "11:30"));
        assertThat(after.revision()).isEqualTo(2);
        assertThat(after.rescheduledBySystem()).isFalse();
        assertThat(lastFact(orderId, EventTypes.PROMISE_RESCHEDULED).previousDueAt())
                .isEqualTo(at(tomorrow, "16:00"));
    }

    private ApiResponse absent(String expert, Instant from, Instant until) {
        return client.post(
                Caller.CREDIT,
                "/api/v1/roster/" + expert + "/absences",
                ApiClient.body("startsAt", from, "endsAt", until, "reason", "ill"));
    }

    private void rescheduledBySystem(UUID orderId, Promise promise, Instant startAt) {
        deliver.event(
                EventTypes.PROMISE_RESCHEDULED,
                orderId,
                new PromiseRescheduled(
                        promise.id(),
                        promise.kind(),
                        promise.revision() + 1,
                        promise.dueAt(),
                        startAt.plus(Duration.ofHours(1)),
                        startAt,
                        ReasonCode.EXPERT_ABSENT,
                        null,
                        "watch",
                        true,
                        "told",
                        clock.instant()));
    }
}
