package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.promises.Delivery;
import io.orderjourney.promises.usecase.NextUpdates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps SALES' promise of a next update with the message that gave it. */
@ApplicationScoped
class NextUpdateConsumer {

    private static final Set<EventType<?>> TYPES =
            Set.of(EventTypes.CUSTOMER_TOLD, EventTypes.CUSTOMER_WARNED, EventTypes.PROMISE_MADE);

    @Produces
    @Singleton
    EventConsumer messagesAndNews(NextUpdates updates) {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return TYPES;
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                Map<UUID, List<Delivery>> messages = new LinkedHashMap<>();
                freshEvents.forEach(event -> {
                    List<Delivery> ofJourney = messages.computeIfAbsent(event.journeyId(), any -> new ArrayList<>());
                    message(event.data()).ifPresent(ofJourney::add);
                });
                updates.learned(messages);
            }
        };
    }

    private static Optional<Delivery> message(Object data) {
        if (data instanceof CustomerTold told) {
            return Optional.of(new Delivery(told.noticeId(), told.handedOverAt()));
        }
        return data instanceof CustomerWarned warned
                ? Optional.of(new Delivery(warned.noticeId(), warned.handedOverAt()))
                : Optional.empty();
    }
}
