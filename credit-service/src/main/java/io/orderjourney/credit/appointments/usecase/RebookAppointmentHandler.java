package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.Actors;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.appointments.SlotPolicy;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The watch predicts that an appointment will slip: its expert did not come, or what it waits for is late. Another expert who
 * is there takes the same time; otherwise the customer gets the next time at which one is free.
 */
@ApplicationScoped
public class RebookAppointmentHandler {

    private final Applications applications;
    private final Appointments appointments;
    private final AppointmentBook appointmentBook;
    private final RosterEntries roster;
    private final OnDuty duty;
    private final Promises promises;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    RebookAppointmentHandler(
            Applications applications,
            Appointments appointments,
            AppointmentBook appointmentBook,
            RosterEntries roster,
            OnDuty duty,
            Promises promises,
            PromiseDesk desk,
            CurrentTerms terms,
            BusinessClock clock) {
        this.applications = applications;
        this.appointments = appointments;
        this.appointmentBook = appointmentBook;
        this.roster = roster;
        this.duty = duty;
        this.promises = promises;
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    /** A warning about an older time, or one that only asks the expert to hurry, changes nothing. */
    @Transactional
    public void handle(UUID journeyId, PromiseAtRisk warning) {
        if (!warning.kind().equals(PromiseKind.SIGNING_APPOINTMENT) || !needsAnotherTime(warning)) {
            return;
        }
        Optional<Application> application = applications.ofJourneyForChange(journeyId);
        if (application.isEmpty()) {
            return;
        }
        roster.lock(application.get().pickupPoint());
        Optional<Promise> promise = promises.findForChange(warning.promiseId())
                .filter(known -> known.isOpen() && desk.isOurs(known) && known.revision() == warning.revision());
        Optional<Appointment> appointment = appointments.ofPromise(warning.promiseId());
        if (promise.isPresent() && appointment.isPresent()) {
            rebook(application.get(), appointment.get(), promise.get(), warning);
        }
    }

    private static boolean needsAnotherTime(PromiseAtRisk warning) {
        boolean beforeTheTime = warning.level().compareTo(EscalationLevel.AUTO_RESCHEDULE) <= 0;
        return switch (warning.cause()) {
            case ESTIMATE, EARLIER_STEP -> beforeTheTime;
            case NOT_CONFIRMED -> beforeTheTime && warning.level().compareTo(EscalationLevel.REQUEST_NEW_DATE) >= 0;
            case TIME_PASSING, LOAD, CUSTOMERS_TURN -> false;
        };
    }

    private void rebook(Application application, Appointment appointment, Promise promise, PromiseAtRisk warning) {
        boolean missed = warning.cause() == RiskCause.NOT_CONFIRMED;
        if (missed && promise.isConfirmed()) {
            return;
        }
        Instant notBefore = notBefore(appointment, warning);
        Attendance attendance = duty.attendance(appointment.pickupPoint(), notBefore);
        SlotPolicy slots = missed ? duty.slotsOfOthers(attendance, appointment) : duty.slots(attendance, appointment);
        ReasonCode reason = reason(warning, promise);
        Optional<Slot> sameTime = warning.cause() == RiskCause.EARLIER_STEP
                ? Optional.empty()
                : slots.at(appointment.startsAt(), appointment.endsAt(), appointment.expertId())
                        .filter(slot -> !missed || isThere(attendance, slot));
        if (sameTime.isPresent()) {
            appointmentBook.replaceExpert(appointment, sameTime.get(), attendance, reason, Actors.POLICY);
            return;
        }
        Optional<Slot> next = slots.first(notBefore);
        if (next.isPresent()) {
            appointmentBook.reschedule(appointment, next.get(), attendance, reason, DecidedBy.POLICY, Actors.POLICY);
        } else {
            appointmentBook.withdraw(application, appointment, Actors.POLICY);
        }
    }

    private boolean isThere(Attendance attendance, Slot slot) {
        return attendance.isConfirmed(slot.expertId(), slot.startsAt(), slot.endsAt(), clock.instant());
    }

    /** Never earlier than promised, not without lead time, and not before what it waits for is there. */
    private Instant notBefore(Appointment appointment, PromiseAtRisk warning) {
        ShopTerms shop = terms.get();
        Instant byLead = shop.calendar(Desk.CREDIT)
                .plus(clock.instant(), shop.kind(warning.kind()).lead());
        Duration length = Duration.between(appointment.startsAt(), appointment.endsAt());
        Instant byCause =
                warning.cause() == RiskCause.EARLIER_STEP ? warning.expectedAt().minus(length) : appointment.startsAt();
        Instant notBefore = byLead.isAfter(byCause) ? byLead : byCause;
        return notBefore.isAfter(appointment.startsAt()) ? notBefore : appointment.startsAt();
    }

    private static ReasonCode reason(PromiseAtRisk warning, Promise promise) {
        Estimate estimate = promise.estimate();
        return switch (warning.cause()) {
            case EARLIER_STEP -> ReasonCode.EARLIER_STEP_LATE;
            case ESTIMATE -> estimate == null ? ReasonCode.ROSTER : estimate.reason();
            default -> ReasonCode.EXPERT_ABSENT;
        };
    }
}
