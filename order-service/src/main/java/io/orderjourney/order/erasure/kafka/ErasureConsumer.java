package io.orderjourney.order.erasure.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps which services have confirmed an erasure, this one among them. */
@ApplicationScoped
class ErasureConsumer {

    @Produces
    @Singleton
    EventConsumer confirmations(Erasures erasures) {
        return EventHandlers.on(
                EventTypes.CUSTOMER_DATA_ERASED,
                event -> erasures.confirm(
                        event.journeyId(),
                        event.source().replaceFirst("^/", ""),
                        event.data().erasedAt()));
    }
}
