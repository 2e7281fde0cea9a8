package io.orderjourney.credit.appointments.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.usecase.Recipients;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Appointments.Outcome;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes appointments together with their promises: both change in one transaction, and the promise's window is always the
 * appointment's time. The caller has locked the roster of the pickup point.
 */
@ApplicationScoped
class AppointmentBook {

    private final Appointments appointments;
    private final PromiseDesk desk;
    private final Promises promises;
    private final AppointmentConfirmation confirmation;
    private final CurrentTerms terms;
    private final StoreDecision decisions;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    AppointmentBook(
            Appointments appointments,
            PromiseDesk desk,
            Promises promises,
            AppointmentConfirmation confirmation,
            CurrentTerms terms,
            StoreDecision decisions,
            BusinessClock clock) {
        this.appointments = appointments;
        this.desk = desk;
        this.promises = promises;
        this.confirmation = confirmation;
        this.terms = terms;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Books the first appointment of an application and promises it. */
    Appointment book(Application application, Slot slot, Attendance attendance, String actor) {
        Promise promise = desk.make(
                Recipients.of(application),
                PromiseKind.SIGNING_APPOINTMENT,
                window(slot),
                terms.get().kind(PromiseKind.SIGNING_APPOINTMENT).waitsFor(),
                actor);
        Decision<Appointment> booked = Appointment.booked(
                ids.generate(),
                application.id(),
                application.journeyId(),
                promise.id(),
                application.pickupPoint(),
                slot);
        Appointment appointment = booked.state();
        appointments.add(appointment);
        decisions.append(booked, appointment.journeyId(), actor, null);
        confirmation.confirmIfPresent(appointment, attendance, actor);
        return appointment;
    }

    /** Another time: the promise is rescheduled with it. The estimate about the old time is taken back afterwards. */
    Appointment reschedule(
            Appointment appointment,
            Slot slot,
            Attendance attendance,
            ReasonCode reason,
            DecidedBy decidedBy,
            String actor) {
        Decision<Appointment> changed = appointment.changedTo(slot, reason);
        appointments.change(changed.state());
        desk.reschedule(appointment.promiseId(), window(slot), reason, null, decidedBy, actor);
        return afterChange(changed, attendance, reason, actor);
    }

    /** The same time with another expert: the customer was promised the time, so nothing changes for them. */
    Appointment replaceExpert(
            Appointment appointment, Slot slot, Attendance attendance, ReasonCode reason, String actor) {
        Decision<Appointment> changed = appointment.changedTo(slot, reason);
        appointments.change(changed.state());
        if (!slot.expertId().equals(appointment.expertId())) {
            unconfirm(changed.state(), reason, actor);
        }
        return afterChange(changed, attendance, reason, actor);
    }

    private Appointment afterChange(
            Decision<Appointment> changed, Attendance attendance, ReasonCode reason, String actor) {
        Appointment appointment = changed.state();
        takeBackEstimate(appointment, reason, actor);
        decisions.append(changed, appointment.journeyId(), actor, reason);
        confirmation.confirmIfPresent(appointment, attendance, actor);
        return appointment;
    }

    /** The promise was rescheduled already, and the appointment follows it. */
    Appointment follow(Appointment appointment, Slot slot, Attendance attendance, ReasonCode reason, String actor) {
        return replaceExpert(appointment, slot, attendance, reason, actor);
    }

    /** No expert is free before the horizon: the next update is promised instead, before the appointment goes. */
    void withdraw(Application application, Appointment appointment, String actor) {
        desk.makeNextUpdate(Recipients.of(application), Desk.CREDIT, actor);
        desk.withdraw(appointment.promiseId(), "no expert is on the roster", actor);
        appointments.close(appointment, Outcome.WITHDRAWN, clock.instant());
    }

    private GrantedDate window(Slot slot) {
        return PromiseDates.at(clock.instant(), terms.get())
                .window(PromiseKind.SIGNING_APPOINTMENT, slot.startsAt(), slot.endsAt(), slot.startsAt());
    }

    /** The expert who had it was confirmed. The same time is promised again, until the new expert is confirmed. */
    private void unconfirm(Appointment appointment, ReasonCode reason, String actor) {
        promises.find(appointment.promiseId())
                .filter(promise -> promise.isOpen() && promise.isConfirmed())
                .ifPresent(promise -> desk.reschedule(
                        promise.id(), window(appointment.slot()), reason, null, DecidedBy.POLICY, actor));
    }

    private void takeBackEstimate(Appointment appointment, ReasonCode reason, String actor) {
        promises.find(appointment.promiseId())
                .filter(promise -> promise.isOpen() && promise.estimate() != null)
                .ifPresent(promise -> desk.estimate(promise.id(), null, reason, actor));
    }
}
