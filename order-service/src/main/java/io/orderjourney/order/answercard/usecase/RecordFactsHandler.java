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

/** Stores what other services published about journeys, and publishes the new state of these journeys. */
@ApplicationScoped
public class RecordFactsHandler {

    private final JourneyFacts facts;
    private final Orders orders;
    private final StateTopics topics;
    private final String self;

    RecordFactsHandler(
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
    public void record(List<JourneyFact> published) {
        // Own facts are in the journey log already; they only change the state of their journey.
        facts.add(published.stream().filter(fact -> !fact.source().equals(self)).toList());
        Set<UUID> journeys = published.stream().map(JourneyFact::journeyId).collect(Collectors.toSet());
        topics.touch(
                EventTypes.JOURNEY_CHANGED.topic(),
                orders.existing(journeys).stream().map(UUID::toString).toList());
    }
}
