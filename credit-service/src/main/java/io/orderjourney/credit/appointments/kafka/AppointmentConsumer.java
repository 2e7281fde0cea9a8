package io.orderjourney.credit.appointments.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.credit.appointments.usecase.CustomerAtAppointment;
import io.orderjourney.credit.appointments.usecase.RebookAppointmentHandler;
import io.orderjourney.credit.appointments.usecase.SyncAppointmentHandler;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes the watch's warnings, and reschedules of an appointment's promise by others. */
@ApplicationScoped
class AppointmentConsumer {

    @Produces
    @Singleton
    EventConsumer appointments(
            RebookAppointmentHandler rebook, SyncAppointmentHandler sync, CustomerAtAppointment customer) {
        return EventHandlers.on(EventTypes.PROMISE_AT_RISK, event -> {
                    rebook.handle(event.journeyId(), event.data());
                    customer.missing(event.data());
                })
                .and(EventTypes.PROMISE_RESCHEDULED, event -> sync.handle(event.journeyId(), event.data()));
    }
}
