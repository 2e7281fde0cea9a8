package io.orderjourney.order.answercard.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.JourneyFacts;
import io.orderjourney.order.orders.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Remembers what the services say about journeys, and lets the world know that these journeys stand elsewhere now. */
@ApplicationScoped
public class CollectFactsHandler {

    private final JourneyFacts facts;
    private final Orders orders;
    private final StateTopics topics;
    private final String self;

    CollectFactsHandler(
            JourneyFacts facts,
            Orders orders,
            StateTopics topics,
            @ConfigProperty(name = "journey.service") String service) {
        this.facts = facts;
        this.orders = orders;
        this.topics = topics;
        this.self = "/" + service;
    }

    @Transactional
    public void collect(List<JourneyFact> said) {
        // The own facts lie in the log already: only that they were published is news here.
        facts.add(said.stream().filter(fact -> !fact.source().equals(self)).toList());
        Set<UUID> journeys = said.stream().map(JourneyFact::journeyId).collect(Collectors.toSet());
        topics.touch(
                EventTypes.JOURNEY_CHANGED.topic(),
                orders.known(journeys).stream().map(UUID::toString).toList());
    }
}
