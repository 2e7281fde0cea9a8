package io.orderjourney.notification.feedback.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.feedback.usecase.AskForFeedback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Consumes that customers have their goods, a whole batch in one statement. */
@ApplicationScoped
class GoodsReceivedConsumer {

    @Produces
    @Singleton
    EventConsumer goodsReceived(AskForFeedback ask) {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return Set.of(EventTypes.GOODS_HANDED_OVER, EventTypes.PARCEL_DELIVERED);
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                ask.received(freshEvents.stream()
                        .map(ReceivedEvent::journeyId)
                        .distinct()
                        .toList());
            }
        };
    }
}
