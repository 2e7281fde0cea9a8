package io.orderjourney.order.inquiries.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.inquiries.usecase.PromiseCorrectionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what packers did of what was promised after complaints. */
@ApplicationScoped
class CorrectionConsumer {

    @Produces
    @Singleton
    EventConsumer correctionsMade(PromiseCorrectionHandler corrections) {
        return EventHandlers.on(EventTypes.CORRECTION_MADE, event -> corrections.made(event.journeyId(), event.data()));
    }
}
