package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.orders.usecase.CompleteOrderHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Completes the order when the pickup point handed its goods over. */
@ApplicationScoped
class GoodsHandedOverConsumer {

    @Produces
    @Singleton
    EventConsumer goodsHandedOver(CompleteOrderHandler handler) {
        return EventHandlers.on(EventTypes.GOODS_HANDED_OVER, event -> handler.complete(event.journeyId(), event.id()));
    }
}
