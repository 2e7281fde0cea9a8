package io.orderjourney.credit.appointments.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.rest.ApplicationDetails;
import io.orderjourney.credit.applications.rest.ApplicationResponses;
import io.orderjourney.credit.applications.rest.ApplicationView.AppointmentView;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;

/** When and with whom the customer signs, as part of an application. */
@ApplicationScoped
class AppointmentDetails implements ApplicationDetails {

    private final Appointments appointments;
    private final Promises promises;

    AppointmentDetails(Appointments appointments, Promises promises) {
        this.appointments = appointments;
        this.promises = promises;
    }

    @Override
    public Optional<AppointmentView> appointment(Application application, ZoneId zone) {
        return appointments.ofJourney(application.journeyId()).map(appointment -> view(appointment, zone));
    }

    private AppointmentView view(Appointment appointment, ZoneId zone) {
        return new AppointmentView(
                appointment.expertId(),
                ApplicationResponses.time(appointment.startsAt(), zone),
                ApplicationResponses.time(appointment.endsAt(), zone),
                promises.find(appointment.promiseId()).map(Promise::isConfirmed).orElse(false));
    }
}
