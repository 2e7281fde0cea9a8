package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.orders.usecase.ConfirmByCustomerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Confirms an order whose customer says yes to the message that asks them to. */
@ApplicationScoped
class CustomerAcceptsConsumer {

    @Produces
    @Singleton
    EventConsumer customerAccepts(ConfirmByCustomerHandler handler) {
        return EventHandlers.on(EventTypes.CUSTOMER_ANSWERED, event -> {
            if (event.data().answer() == CustomerAnswer.ACCEPT) {
                handler.accepted(event.journeyId(), event.data().noticeId());
            }
        });
    }
}
