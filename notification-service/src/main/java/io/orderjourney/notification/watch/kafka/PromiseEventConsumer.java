package io.orderjourney.notification.watch.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.watch.WatchQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Requeues a journey for the watch whenever something happened to it or to one of its promises. */
@ApplicationScoped
class PromiseEventConsumer {

    private final WatchQueue queue;

    PromiseEventConsumer(WatchQueue queue) {
        this.queue = queue;
    }

    @Produces
    @Singleton
    EventConsumer watch() {
        return EventHandlers.on(EventTypes.ORDER_PLACED, this::requeue)
                .and(EventTypes.JOURNEY_ENDED, this::requeue)
                .and(EventTypes.PROMISE_MADE, this::requeue)
                .and(EventTypes.PROMISE_RESCHEDULED, this::requeue)
                .and(EventTypes.PROMISE_ESTIMATED, this::requeue)
                .and(EventTypes.PROMISE_CONFIRMED, this::requeue)
                .and(EventTypes.PROMISE_PAUSED, this::requeue)
                .and(EventTypes.PROMISE_KEPT, this::requeue)
                .and(EventTypes.PROMISE_WITHDRAWN, this::requeue);
    }

    private void requeue(ReceivedEvent<?> event) {
        queue.requeue(List.of(event.journeyId()));
    }
}
