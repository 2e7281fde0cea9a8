package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.promises.PromiseRescheduled;
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
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The promise of an appointment was rescheduled by somebody who does not know the roster: the watch, or a clerk. The customer
 * knows the new time, so the appointment takes it over if an expert is free then; if not, policy reschedules to the first time
 * after it.
 */
@ApplicationScoped
public class SyncAppointmentHandler {

    private final Applications applications;
    private final Appointments appointments;
    private final AppointmentBook appointmentBook;
    private final RosterEntries roster;
    private final OnDuty duty;
    private final Promises promises;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    SyncAppointmentHandler(
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

    @Transactional
    public void handle(UUID journeyId, PromiseRescheduled rescheduled) {
        if (!rescheduled.kind().equals(PromiseKind.SIGNING_APPOINTMENT)) {
            return;
        }
        Optional<Application> application = applications.ofJourneyForChange(journeyId);
        if (application.isEmpty()) {
            return;
        }
        roster.lock(application.get().pickupPoint());
        Optional<Promise> promise =
                promises.findForChange(rescheduled.promiseId()).filter(known -> known.isOpen() && desk.isOurs(known));
        Optional<Appointment> appointment = appointments.ofPromise(rescheduled.promiseId());
        if (promise.isPresent() && appointment.isPresent()) {
            follow(application.get(), appointment.get(), promise.get(), rescheduled.reason());
        }
    }

    private void follow(Application application, Appointment appointment, Promise promise, ReasonCode reason) {
        Instant startsAt = promise.anchorAt();
        Instant endsAt = promise.dueAt();
        if (appointment.slot().isAt(startsAt, endsAt)) {
            return;
        }
        Attendance attendance = duty.attendance(appointment.pickupPoint(), startsAt);
        SlotPolicy slots = duty.slots(attendance, appointment);
        Optional<Slot> promisedTime = slots.at(startsAt, endsAt, appointment.expertId());
        if (promisedTime.isPresent()) {
            appointmentBook.follow(appointment, promisedTime.get(), attendance, reason, Actors.POLICY);
            return;
        }
        ShopTerms shop = terms.get();
        Instant byLead = shop.calendar(Desk.CREDIT)
                .plus(clock.instant(), shop.kind(promise.kind()).lead());
        Optional<Slot> next = slots.first(byLead.isAfter(startsAt) ? byLead : startsAt);
        if (next.isPresent()) {
            appointmentBook.reschedule(
                    appointment, next.get(), attendance, ReasonCode.ROSTER, DecidedBy.POLICY, Actors.POLICY);
        } else {
            appointmentBook.withdraw(application, appointment, Actors.POLICY);
        }
    }
}
