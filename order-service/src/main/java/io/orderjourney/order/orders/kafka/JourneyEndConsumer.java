package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.orders.usecase.EndJourneyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ends a journey when the customer has the goods, the parcel came back, the customer cancels, or they did not act in time. */
@ApplicationScoped
class JourneyEndConsumer {

    @Produces
    @Singleton
    EventConsumer journeyEnds(EndJourneyHandler handler) {
        return EventHandlers.on(EventTypes.GOODS_HANDED_OVER, event -> handler.complete(event.journeyId(), event.id()))
                .and(EventTypes.PARCEL_DELIVERED, event -> handler.complete(event.journeyId(), event.id()))
                .and(EventTypes.PARCEL_RETURNED, event -> handler.returned(event.journeyId(), event.id()))
                .and(EventTypes.CUSTOMER_ANSWERED, event -> {
                    if (event.data().answer() == CustomerAnswer.CANCEL) {
                        handler.cancelledByAnswer(event.journeyId(), event.id());
                    }
                })
                .and(
                        EventTypes.WAITING_EXPIRED,
                        event -> handler.waitingExpired(event.journeyId(), event.data(), event.id()));
    }
}
