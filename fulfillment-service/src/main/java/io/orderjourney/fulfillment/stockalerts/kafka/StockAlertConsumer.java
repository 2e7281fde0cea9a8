package io.orderjourney.fulfillment.stockalerts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.fulfillment.stockalerts.usecase.StockAlertHandler;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Consumes who asks to be told of an article, and whose inquiry is over: for a whole batch in one statement. */
@ApplicationScoped
class StockAlertConsumer {

    private static final String ACTOR = "order-service";

    @Produces
    @Singleton
    EventConsumer stockAlerts(StockAlertHandler alerts) {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return Set.of(EventTypes.INQUIRY_RECEIVED, EventTypes.JOURNEY_ENDED);
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                List<UUID> ended = new ArrayList<>();
                for (ReceivedEvent<?> event : freshEvents) {
                    WantedGoods wanted = event.data() instanceof InquiryReceived inquiry ? inquiry.wanted() : null;
                    if (wanted != null) {
                        alerts.asked(event.journeyId(), (InquiryReceived) event.data(), wanted, ACTOR);
                    } else if (event.type().equals(EventTypes.JOURNEY_ENDED)) {
                        ended.add(event.journeyId());
                    }
                }
                if (!ended.isEmpty()) {
                    alerts.ended(ended, ACTOR);
                }
            }
        };
    }
}
