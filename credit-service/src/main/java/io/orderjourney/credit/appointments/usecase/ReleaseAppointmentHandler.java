package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Appointments.Outcome;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** There is nothing to sign any more: the appointment's hour goes to who waits for one. */
@ApplicationScoped
class ReleaseAppointmentHandler {

    private final Appointments appointments;
    private final BookAppointmentHandler booking;
    private final RosterEntries roster;
    private final PromiseDesk desk;
    private final BusinessClock clock;

    ReleaseAppointmentHandler(
            Appointments appointments,
            BookAppointmentHandler booking,
            RosterEntries roster,
            PromiseDesk desk,
            BusinessClock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.roster = roster;
        this.desk = desk;
        this.clock = clock;
    }

    void closed(@Observes Application.Closed closed) {
        release(closed.application(), closed.actor());
    }

    /** The bank took its approval back. What the customer can do now, order-service tells them. */
    void refused(@Observes Application.Refused refused) {
        UUID journeyId = refused.application().journeyId();
        String why = "the bank refused the credit";
        desk.open(journeyId, PromiseKind.SIGNING_APPOINTMENT)
                .ifPresent(promise -> desk.withdraw(promise.id(), why, refused.actor()));
        desk.open(journeyId, PromiseKind.NEXT_UPDATE)
                .ifPresent(promise -> desk.withdraw(promise.id(), why, refused.actor()));
        release(refused.application(), refused.actor());
    }

    private void release(Application application, String actor) {
        if (application.decision() == null || application.signedAt() != null) {
            return;
        }
        // Read under the lock: whoever changes the roster may just be changing the appointment.
        roster.lock(application.pickupPoint());
        appointments.ofJourney(application.journeyId()).ifPresent(appointment -> {
            appointments.close(appointment, Outcome.WITHDRAWN, clock.instant());
            booking.bookWaiting(application.pickupPoint(), actor);
        });
    }
}
