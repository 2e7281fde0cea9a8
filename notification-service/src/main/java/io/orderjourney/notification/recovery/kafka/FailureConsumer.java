package io.orderjourney.notification.recovery.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.notification.recovery.usecase.RecoverHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hears of promises that were missed, or kept at last. */
@ApplicationScoped
class FailureConsumer {

    @Produces
    @Singleton
    EventConsumer failures(RecoverHandler handler) {
        return EventHandlers.on(
                        EventTypes.PROMISE_MISSED,
                        event -> handler.ended(event.journeyId(), event.data().promiseId()))
                .and(
                        EventTypes.PROMISE_KEPT,
                        event -> handler.ended(event.journeyId(), event.data().promiseId()));
    }
}
