package io.orderjourney.order.answercard.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.usecase.RecordFactsHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Consumes every fact about journeys; a type that is added to the contract is consumed at once. */
@Singleton
class JourneyFactConsumer implements EventConsumer {

    private static final Set<String> TOPICS = Set.of("orders", "credit", "fulfillment", "promises", "notices");

    private static final Set<EventType<?>> TYPES = EventTypes.all().stream()
            .filter(type -> TOPICS.contains(type.topic()))
            .collect(Collectors.toUnmodifiableSet());

    private final RecordFactsHandler handler;

    JourneyFactConsumer(RecordFactsHandler handler) {
        this.handler = handler;
    }

    @Override
    public Set<EventType<?>> types() {
        return TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent<?>> freshEvents) {
        handler.record(freshEvents.stream().map(JourneyFactConsumer::fact).toList());
    }

    private static JourneyFact fact(ReceivedEvent<?> event) {
        return new JourneyFact(
                event.journeyId(),
                event.id(),
                event.type(),
                event.source(),
                event.sequence(),
                event.time(),
                event.data(),
                null);
    }
}
