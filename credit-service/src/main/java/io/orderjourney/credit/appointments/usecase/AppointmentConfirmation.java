package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.credit.ExpertCheckedIn;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;

/** Confirms appointments whose expert is there. */
@ApplicationScoped
class AppointmentConfirmation {

    private final Appointments appointments;
    private final Promises promises;
    private final PromiseDesk desk;
    private final OnDuty duty;
    private final JourneyLog log;
    private final BusinessClock clock;

    AppointmentConfirmation(
            Appointments appointments,
            Promises promises,
            PromiseDesk desk,
            OnDuty duty,
            JourneyLog log,
            BusinessClock clock) {
        this.appointments = appointments;
        this.promises = promises;
        this.desk = desk;
        this.duty = duty;
        this.log = log;
        this.clock = clock;
    }

    /** An expert checked in: all their appointments of this shift are confirmed. */
    void checkedIn(@Observes CheckIn.Recorded recorded) {
        CheckIn checkIn = recorded.checkIn();
        Instant now = clock.instant();
        Attendance attendance = duty.attendance(checkIn.pickupPoint(), now);
        appointments.of(List.of(checkIn.expertId()), now).stream()
                .filter(appointment -> appointment.pickupPoint().equals(checkIn.pickupPoint()))
                .forEach(appointment -> confirmIfPresent(appointment, attendance, recorded.actor()));
    }

    /** Confirms one appointment, if its expert is there for it. */
    void confirmIfPresent(Appointment appointment, Attendance attendance, String actor) {
        Instant now = clock.instant();
        boolean there =
                attendance.isConfirmed(appointment.expertId(), appointment.startsAt(), appointment.endsAt(), now);
        Promise promise = promises.find(appointment.promiseId()).orElseThrow();
        if (!there || !promise.isOpen() || promise.isConfirmed()) {
            return;
        }
        desk.confirm(promise.id(), appointment.expertId() + " is at the pickup point", actor);
        log.append(NewEvent.of(
                EventTypes.EXPERT_CHECKED_IN,
                appointment.journeyId(),
                new ExpertCheckedIn(appointment.applicationId(), appointment.expertId(), appointment.startsAt(), now),
                actor));
    }
}
