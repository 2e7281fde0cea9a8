package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.Recipients;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Slot;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.RosterChanged;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.JourneyForecast;
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
import java.util.UUID;

/**
 * The bank approved: the customer gets the first time at which an expert is free, or, as long as the roster has none, the time
 * of the next update.
 */
@ApplicationScoped
class BookAppointmentHandler {

    /** Customers who might lose their time come first, then those who wait for one. */
    static final int AFTER_THE_REVIEW = Interceptor.Priority.APPLICATION + 600;

    private static final int WAITING_MAX = 500;

    private final Applications applications;
    private final Appointments appointments;
    private final AppointmentBook appointmentBook;
    private final RosterEntries roster;
    private final OnDuty duty;
    private final PromiseDesk desk;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    BookAppointmentHandler(
            Applications applications,
            Appointments appointments,
            AppointmentBook appointmentBook,
            RosterEntries roster,
            OnDuty duty,
            PromiseDesk desk,
            Promises promises,
            CurrentTerms terms,
            BusinessClock clock) {
        this.applications = applications;
        this.appointments = appointments;
        this.appointmentBook = appointmentBook;
        this.roster = roster;
        this.duty = duty;
        this.desk = desk;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /** A bank that only corrects the amount leaves the appointment as it is. */
    void approved(@Observes Application.Approved approved) {
        roster.lock(approved.application().pickupPoint());
        boolean hasOne =
                appointments.ofJourney(approved.application().journeyId()).isPresent();
        if (!hasOne && !book(approved.application(), approved.actor())) {
            desk.makeNextUpdate(Recipients.of(approved.application()), Desk.CREDIT, approved.actor());
        }
    }

    /** There may be a time now for those for whom there was none. */
    void rosterChanged(@Observes @Priority(AFTER_THE_REVIEW) RosterChanged changed) {
        bookWaiting(changed.pickupPoint(), changed.actor());
    }

    /** Who waits longest comes first. The caller has locked the roster of the pickup point. */
    void bookWaiting(String pickupPoint, String actor) {
        for (UUID id : applications.lockWithoutAppointment(pickupPoint, WAITING_MAX)) {
            Application application = applications.findForChange(id).orElseThrow();
            if (!book(application, actor)) {
                return;
            }
        }
    }

    /** The earliest beginning of a signature: after the policy's lead time, and after what it waits for. */
    Instant earliestStartAt(Application application) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        KindPolicy policy = shop.kind(PromiseKind.SIGNING_APPOINTMENT);
        Instant byLead = shop.calendar(policy.desk()).plus(now, policy.lead());
        Instant byForecast = JourneyForecast.of(promises.of(application.journeyId()), shop, now)
                .allDoneAt(policy.waitsFor());
        return byForecast.isAfter(byLead) ? byForecast : byLead;
    }

    private boolean book(Application application, String actor) {
        Instant earliestAt = earliestStartAt(application);
        Attendance attendance = duty.attendance(application.pickupPoint(), earliestAt);
        Optional<Slot> slot = duty.slots(attendance, null).first(earliestAt);
        slot.ifPresent(free -> appointmentBook.book(application, free, attendance, actor));
        return slot.isPresent();
    }
}
