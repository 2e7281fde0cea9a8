package io.orderjourney.notification.repeatsales.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.repeatsales.usecase.CountRepeatSales;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Consumes orders that are placed and orders that are complete, a whole batch in as many statements as one. */
@ApplicationScoped
class RepeatSalesConsumer {

    @Produces
    @Singleton
    EventConsumer repeatSales(CountRepeatSales count) {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return Set.of(EventTypes.ORDER_PLACED, EventTypes.JOURNEY_ENDED);
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                List<UUID> completed = new ArrayList<>();
                List<UUID> ordering = new ArrayList<>();
                for (ReceivedEvent<?> event : freshEvents) {
                    if (event.data() instanceof OrderPlaced placed) {
                        ordering.add(placed.customerId());
                    } else if (event.data() instanceof JourneyEnded ended && ended.end() == JourneyEnd.COMPLETED) {
                        completed.add(event.journeyId());
                    }
                }
                count.happened(completed, ordering);
            }
        };
    }
}
