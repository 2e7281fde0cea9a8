package io.orderjourney.order.inquiries.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.inquiries.usecase.ReplyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what the warehouse says to customers who wait for goods: a day, and at last that they are there. */
@ApplicationScoped
class StockAlertConsumer {

    private static final String ACTOR = "fulfillment-service";

    @Produces
    @Singleton
    EventConsumer goodsWaitedFor(ReplyHandler replies) {
        return EventHandlers.on(EventTypes.PROMISE_MADE, event -> {
                    if (event.data().kind().equals(PromiseKind.BACK_IN_STOCK)) {
                        replies.goodsPromised(event.journeyId(), event.data().promiseId(), ACTOR);
                    }
                })
                .and(EventTypes.PROMISE_KEPT, event -> {
                    if (event.data().kind().equals(PromiseKind.BACK_IN_STOCK)) {
                        replies.goodsThere(event.journeyId(), ACTOR);
                    }
                });
    }
}
