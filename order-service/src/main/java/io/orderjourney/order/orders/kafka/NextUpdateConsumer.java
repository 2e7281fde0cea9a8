package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.promises.Delivery;
import io.orderjourney.promises.usecase.NextUpdates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps SALES' promise of a next update with the message that gave it. */
@ApplicationScoped
class NextUpdateConsumer {

    @Produces
    @Singleton
    EventConsumer messagesAndNews(NextUpdates updates) {
        return EventHandlers.on(
                        EventTypes.CUSTOMER_TOLD,
                        event -> updates.delivered(
                                event.journeyId(),
                                new Delivery(
                                        event.data().noticeId(), event.data().handedOverAt())))
                .and(
                        EventTypes.CUSTOMER_WARNED,
                        event -> updates.delivered(
                                event.journeyId(),
                                new Delivery(
                                        event.data().noticeId(), event.data().handedOverAt())))
                .and(EventTypes.PROMISE_MADE, event -> updates.promised(event.journeyId()));
    }
}
