package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Appointments.Outcome;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.appointments.SlotPolicy;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The customer asks to sign at a certain time. */
@ApplicationScoped
public class RequestAppointmentHandler {

    private final Appointments appointments;
    private final AppointmentBook appointmentBook;
    private final BookAppointmentHandler first;
    private final RosterEntries roster;
    private final OnDuty duty;
    private final Promises promises;
    private final BusinessClock clock;

    RequestAppointmentHandler(
            Appointments appointments,
            AppointmentBook appointmentBook,
            BookAppointmentHandler first,
            RosterEntries roster,
            OnDuty duty,
            Promises promises,
            BusinessClock clock) {
        this.appointments = appointments;
        this.appointmentBook = appointmentBook;
        this.first = first;
        this.roster = roster;
        this.duty = duty;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * Agrees the requested time.
     *
     * @param application locked for change in this transaction
     * @throws Appointment.Refused if no expert is free then, with the next time at which one is
     */
    @Transactional
    public Appointment handle(Application application, Instant startsAt, String actor) {
        application.require(ApplicationStep.BOOK_APPOINTMENT);
        roster.lock(application.pickupPoint());
        Optional<Appointment> present =
                appointments.ofJourney(application.journeyId()).filter(this::isPromised);
        Attendance attendance = duty.attendance(application.pickupPoint(), startsAt);
        SlotPolicy slots = duty.slots(attendance, present.orElse(null));
        Slot slot = slot(application, startsAt, present, slots);
        if (present.isEmpty()) {
            return appointmentBook.book(application, slot, attendance, actor);
        }
        if (present.get().slot().isAt(slot.startsAt(), slot.endsAt())) {
            return present.get();
        }
        return appointmentBook.reschedule(
                present.get(), slot, attendance, ReasonCode.CUSTOMER_ASKED, DecidedBy.CUSTOMER, actor);
    }

    /** Who came and did not sign needs another appointment; the one they kept is over. */
    private boolean isPromised(Appointment appointment) {
        boolean open =
                promises.find(appointment.promiseId()).filter(Promise::isOpen).isPresent();
        if (!open) {
            appointments.close(appointment, Outcome.WITHDRAWN, clock.instant());
        }
        return open;
    }

    private Slot slot(Application application, Instant startsAt, Optional<Appointment> present, SlotPolicy slots) {
        Instant earliestAt = first.earliestStartAt(application);
        String expertId = present.map(Appointment::expertId).orElse("");
        boolean early = startsAt.isBefore(earliestAt);
        Optional<Slot> requested =
                early ? Optional.empty() : slots.at(startsAt, startsAt.plus(SlotPolicy.LENGTH), expertId);
        return requested.orElseThrow(() -> new Appointment.Refused(
                early ? "it is too soon" : "no expert is free then",
                slots.first(early ? earliestAt : startsAt).map(Slot::startsAt).orElse(null)));
    }
}
