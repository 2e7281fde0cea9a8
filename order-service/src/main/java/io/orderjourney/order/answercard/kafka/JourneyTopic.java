package io.orderjourney.order.answercard.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.usecase.ReadAnswerCard;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The compacted topic {@code journeys}: another system that wants to know where a journey stands needs only this. */
@Singleton
class JourneyTopic implements StateSource {

    private final ReadAnswerCard cards;

    JourneyTopic(ReadAnswerCard cards) {
        this.cards = cards;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.JOURNEY_CHANGED;
    }

    @Override
    public Map<String, Object> current(Collection<String> keys) {
        return cards.of(keys.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(card -> card.journeyId().toString(), AnswerCard::toState));
    }
}
