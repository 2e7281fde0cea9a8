package io.orderjourney.credit.appointments.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Appointments.Outcome;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes appointments together with the promises that tell the customer of them: both change in one transaction, and the
 * promise's window is always the appointment's time. The caller holds the roster of the pickup point.
 */
@ApplicationScoped
class AppointmentBook {

    private final Appointments appointments;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final Promises promises;
    private final AppointmentConfirmation assurance;
    private final CurrentTerms terms;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    AppointmentBook(
            Appointments appointments,
            PromiseDesk desk,
            PromiseBook book,
            Promises promises,
            AppointmentConfirmation assurance,
            CurrentTerms terms,
            JourneyLog log,
            BusinessClock clock) {
        this.appointments = appointments;
        this.desk = desk;
        this.book = book;
        this.promises = promises;
        this.assurance = assurance;
        this.terms = terms;
        this.log = log;
        this.clock = clock;
    }

    /** Books the first appointment of an application and promises it. */
    Appointment book(Application application, Slot slot, Attendance attendance, String actor) {
        Promise promise = desk.agreed(application, PromiseKind.SIGNING_APPOINTMENT, window(slot), actor);
        Appointment appointment = Appointment.booked(
                ids.generate(),
                application.id(),
                application.journeyId(),
                promise.id(),
                application.pickupPoint(),
                slot);
        appointments.add(appointment);
        tell(appointment, null, actor);
        assurance.ifThere(appointment, attendance, actor);
        return appointment;
    }

    /** Another time: the promise is rescheduled with it. What was foreseen about the old time is taken back afterwards. */
    Appointment reschedule(
            Appointment appointment,
            Slot slot,
            Attendance attendance,
            ReasonCode reason,
            DecidedBy decidedBy,
            String actor) {
        Appointment rescheduled = appointment.movedTo(slot);
        appointments.change(rescheduled);
        book.reschedule(appointment.promiseId(), window(slot), reason, null, decidedBy, actor);
        forgetForecast(rescheduled, reason, actor);
        tell(rescheduled, reason, actor);
        assurance.ifThere(rescheduled, attendance, actor);
        return rescheduled;
    }

    /** The same time with another expert: the customer was promised the time, so nothing changes for them. */
    Appointment replaceExpert(
            Appointment appointment, Slot slot, Attendance attendance, ReasonCode reason, String actor) {
        Appointment replaced = appointment.movedTo(slot);
        appointments.change(replaced);
        if (!slot.expertId().equals(appointment.expertId())) {
            forgetVouching(replaced, reason, actor);
        }
        forgetForecast(replaced, reason, actor);
        tell(replaced, reason, actor);
        assurance.ifThere(replaced, attendance, actor);
        return replaced;
    }

    /** The promise was rescheduled already, and the appointment follows it. */
    Appointment follow(Appointment appointment, Slot slot, Attendance attendance, ReasonCode reason, String actor) {
        return replaceExpert(appointment, slot, attendance, reason, actor);
    }

    /** Nobody can sign before the horizon: a word is promised instead, before the appointment goes. */
    void giveUp(Application application, Appointment appointment, String actor) {
        desk.nextUpdate(application, actor);
        book.withdraw(appointment.promiseId(), "no expert is on the roster", actor);
        appointments.close(appointment, Outcome.WITHDRAWN, clock.instant());
    }

    private GrantedDate window(Slot slot) {
        return PromiseDates.at(clock.instant(), terms.get())
                .window(PromiseKind.SIGNING_APPOINTMENT, slot.startsAt(), slot.endsAt(), slot.startsAt());
    }

    /** Somebody vouched for the expert who had it. The same time is promised anew, until somebody vouches for the other. */
    private void forgetVouching(Appointment appointment, ReasonCode reason, String actor) {
        promises.find(appointment.promiseId())
                .filter(promise -> promise.isOpen() && promise.isConfirmed())
                .ifPresent(promise -> book.reschedule(
                        promise.id(), window(appointment.slot()), reason, null, DecidedBy.POLICY, actor));
    }

    private void forgetForecast(Appointment appointment, ReasonCode reason, String actor) {
        promises.find(appointment.promiseId())
                .filter(promise -> promise.isOpen() && promise.estimate() != null)
                .ifPresent(promise -> book.estimate(promise.id(), null, reason, actor));
    }

    private void tell(Appointment appointment, @Nullable ReasonCode reason, String actor) {
        Instant startsAt = appointment.startsAt();
        log.append(NewEvent.of(
                        EventTypes.SIGNING_APPOINTMENT_BOOKED,
                        appointment.journeyId(),
                        new SigningAppointmentBooked(
                                appointment.applicationId(),
                                appointment.pickupPoint(),
                                appointment.expertId(),
                                startsAt,
                                appointment.endsAt(),
                                reason),
                        actor)
                .because(reason == null ? null : reason.name()));
    }
}
