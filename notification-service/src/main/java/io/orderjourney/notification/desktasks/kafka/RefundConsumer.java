package io.orderjourney.notification.desktasks.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.notification.desktasks.usecase.RefundHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sees to the money of orders that ended without the goods, or cost less than was paid. */
@ApplicationScoped
class RefundConsumer {

    @Produces
    @Singleton
    EventConsumer refunds(RefundHandler handler) {
        return EventHandlers.on(
                        EventTypes.JOURNEY_ENDED,
                        event -> handler.ended(event.journeyId(), event.data().end()))
                .and(EventTypes.PARCEL_DELIVERED, event -> handler.delivered(event.journeyId()))
                .and(EventTypes.ORDER_CHANGED, event -> handler.changed(event.journeyId(), event.data()));
    }
}
