package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.appointments.SlotPolicy;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.RosterChanged;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Optional;

/**
 * The roster changed: every appointment is reassessed. Where another expert takes the same time, nothing changes for the
 * customer. Otherwise the desk publishes the next possible time as its estimate, and the watch, which knows what else depends
 * on it, reacts.
 */
@ApplicationScoped
class ReviewRosterHandler {

    private final Applications applications;
    private final Appointments appointments;
    private final AppointmentBook appointmentBook;
    private final OnDuty duty;
    private final Promises promises;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ReviewRosterHandler(
            Applications applications,
            Appointments appointments,
            AppointmentBook appointmentBook,
            OnDuty duty,
            Promises promises,
            PromiseDesk desk,
            CurrentTerms terms,
            BusinessClock clock) {
        this.applications = applications;
        this.appointments = appointments;
        this.appointmentBook = appointmentBook;
        this.duty = duty;
        this.promises = promises;
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    void rosterChanged(@Observes @Priority(Interceptor.Priority.APPLICATION) RosterChanged changed) {
        Instant now = clock.instant();
        for (Appointment appointment : appointments.at(changed.pickupPoint(), now)) {
            Promise promise = promises.findForChange(appointment.promiseId()).orElseThrow();
            if (promise.isOpen() && appointment.startsAt().isAfter(now)) {
                review(appointment, promise, changed);
            }
        }
    }

    private void review(Appointment appointment, Promise promise, RosterChanged changed) {
        Attendance attendance = duty.attendance(appointment.pickupPoint(), appointment.startsAt());
        if (duty.isPlanned(attendance, appointment)) {
            if (isFromRoster(promise)) {
                desk.estimate(promise.id(), null, ReasonCode.ROSTER, changed.actor());
            }
            return;
        }
        SlotPolicy slots = duty.slots(attendance, appointment);
        Optional<Slot> sameTime = slots.at(appointment.startsAt(), appointment.endsAt(), appointment.expertId());
        if (sameTime.isPresent()) {
            appointmentBook.replaceExpert(appointment, sameTime.get(), attendance, changed.reason(), changed.actor());
            return;
        }
        Optional<Slot> next = slots.first(notBefore(appointment));
        if (next.isPresent()) {
            desk.estimate(promise.id(), next.get().startsAt(), changed.reason(), changed.actor());
        } else {
            appointmentBook.withdraw(
                    applications.findForChange(appointment.applicationId()).orElseThrow(),
                    appointment,
                    changed.actor());
        }
    }

    private Instant notBefore(Appointment appointment) {
        ShopTerms shop = terms.get();
        Instant byLead = shop.calendar(Desk.CREDIT)
                .plus(
                        clock.instant(),
                        shop.kind(PromiseKind.SIGNING_APPOINTMENT).lead());
        return byLead.isAfter(appointment.startsAt()) ? byLead : appointment.startsAt();
    }

    /** Only an estimate that came from the roster is taken back by it. */
    private static boolean isFromRoster(Promise promise) {
        var estimate = promise.estimate();
        return estimate != null
                && (estimate.reason() == ReasonCode.ROSTER || estimate.reason() == ReasonCode.EXPERT_ABSENT);
    }
}
