package io.orderjourney.credit.appointments.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.credit.appointments.usecase.SyncAppointmentHandler;
import io.orderjourney.credit.appointments.usecase.RebookAppointmentHandler;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Listens to the watch, and to whoever reschedules the promise of an appointment. */
@ApplicationScoped
class AppointmentConsumer {

    @Produces
    @Singleton
    EventConsumer appointments(
            RebookAppointmentHandler rebook, SyncAppointmentHandler follow, @ConfigProperty(name = "journey.service") String service) {
        String self = "/" + service;
        return EventHandlers.on(EventTypes.PROMISE_AT_RISK, event -> rebook.handle(event.journeyId(), event.data()))
                .and(
                        EventTypes.PROMISE_RESCHEDULED,
                        event -> follow.handle(
                                event.journeyId(), event.data(), !event.source().equals(self)));
    }
}
