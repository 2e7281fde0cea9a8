package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.order.orders.usecase.CompleteOrderHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Listens to the counter. */
@ApplicationScoped
class HandOverSubscriber {

    @Produces
    @Singleton
    EventConsumer handOvers(CompleteOrderHandler completing) {
        return EventHandlers.on(
                EventTypes.GOODS_HANDED_OVER, event -> completing.complete(event.journeyId(), event.id()));
    }
}
