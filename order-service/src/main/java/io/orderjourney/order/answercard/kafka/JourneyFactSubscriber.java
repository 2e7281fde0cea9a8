package io.orderjourney.order.answercard.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.usecase.CollectFactsHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Listens to everything that is said about journeys; a type that is added to the contract is heard at once. */
@Singleton
class JourneyFactSubscriber implements EventConsumer {

    private static final Set<String> TOPICS = Set.of("orders", "credit", "fulfillment", "promises", "notices");

    private static final Set<EventType<?>> TYPES = EventTypes.all().stream()
            .filter(type -> TOPICS.contains(type.topic()))
            .collect(Collectors.toUnmodifiableSet());

    private final CollectFactsHandler collect;

    JourneyFactSubscriber(CollectFactsHandler collect) {
        this.collect = collect;
    }

    @Override
    public Set<EventType<?>> types() {
        return TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent<?>> freshEvents) {
        collect.collect(freshEvents.stream().map(JourneyFactSubscriber::fact).toList());
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
