package io.orderjourney.order.answercard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All facts of all journeys: what this service recorded itself and what it learned from the others. */
public interface JourneyFacts {

    /** Stores facts of other services; one that is known already stays as it is. */
    void add(Collection<JourneyFact> facts);

    /** The facts of each of these journeys, in no particular order; a journey without any is missing. */
    Map<UUID, List<JourneyFact>> of(Collection<UUID> journeyIds);
}
