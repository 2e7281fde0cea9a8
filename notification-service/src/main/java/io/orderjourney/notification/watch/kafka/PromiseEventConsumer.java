package io.orderjourney.notification.watch.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.watch.WatchQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Requeues a journey for the watch whenever something happened to it or to one of its promises. */
@ApplicationScoped
class PromiseEventConsumer {

    private static final Set<EventType<?>> TYPES = Set.of(
            EventTypes.ORDER_PLACED,
            EventTypes.JOURNEY_ENDED,
            EventTypes.PROMISE_MADE,
            EventTypes.PROMISE_RESCHEDULED,
            EventTypes.PROMISE_ESTIMATED,
            EventTypes.PROMISE_CONFIRMED,
            EventTypes.PROMISE_PAUSED,
            EventTypes.PROMISE_KEPT,
            EventTypes.PROMISE_WITHDRAWN);

    private final WatchQueue queue;

    PromiseEventConsumer(WatchQueue queue) {
        this.queue = queue;
    }

    @Produces
    @Singleton
    EventConsumer watch() {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return TYPES;
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                // One statement for a batch, however many events it has.
                queue.requeue(freshEvents.stream()
                        .filter(event -> TYPES.contains(event.type()))
                        .map(ReceivedEvent::journeyId)
                        .collect(Collectors.toSet()));
            }
        };
    }
}
