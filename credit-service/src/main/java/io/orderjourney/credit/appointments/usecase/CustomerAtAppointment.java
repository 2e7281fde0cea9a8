package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.usecase.Actors;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The customer came to their appointment, or did not come. */
@ApplicationScoped
public class CustomerAtAppointment {

    private final Appointments appointments;
    private final OnDuty duty;
    private final Promises promises;
    private final PromiseDesk desk;
    private final BusinessClock clock;

    CustomerAtAppointment(
            Appointments appointments, OnDuty duty, Promises promises, PromiseDesk desk, BusinessClock clock) {
        this.appointments = appointments;
        this.duty = duty;
        this.promises = promises;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * The customer is at the desk, and so is an expert: the appointment is kept, however long the signing takes.
     *
     * @param application locked for change in this transaction
     * @throws Appointment.ExpertNotOnDuty if their expert is not there: then it is the customer who waits
     */
    @Transactional
    public void arrived(Application application, String actor) {
        application.require(ApplicationStep.SIGN);
        Instant now = clock.instant();
        Appointment appointment =
                appointments.ofJourney(application.journeyId()).orElseThrow(Appointment.ExpertNotOnDuty::new);
        if (!duty.attendance(application.pickupPoint(), now).isPresent(appointment.expertId(), now)) {
            throw new Appointment.ExpertNotOnDuty();
        }
        desk.keepOpen(
                application.journeyId(),
                PromiseKind.SIGNING_APPOINTMENT,
                "the customer is at the desk of " + appointment.expertId(),
                actor);
    }

    /** Who found nobody at their time may be gone again: then it was the shop that was missing. */
    private boolean expertWasThere(Promise promised) {
        return appointments
                .ofPromise(promised.id())
                .filter(appointment -> duty.attendance(appointment.pickupPoint(), clock.instant())
                        .wasThereAt(appointment.expertId(), appointment.startsAt()))
                .isPresent();
    }

    /** Nobody came to a time for which an expert is there: it is the customer's turn to say whether they still come. */
    @Transactional
    public void missing(PromiseAtRisk warning) {
        if (warning.kind().equals(PromiseKind.SIGNING_APPOINTMENT) && warning.cause() == RiskCause.CUSTOMERS_TURN) {
            promises.findForChange(warning.promiseId())
                    .filter(known -> known.isOpen()
                            && desk.isOurs(known)
                            && !known.isWaiting()
                            && known.isConfirmed()
                            && known.revision() == warning.revision()
                            && expertWasThere(known))
                    .ifPresent(known -> desk.pause(known.id(), WaitingReason.SIGNING, Actors.POLICY));
        }
    }
}
