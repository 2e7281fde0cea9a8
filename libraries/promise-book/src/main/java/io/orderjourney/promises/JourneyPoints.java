package io.orderjourney.promises;

import java.util.Optional;
import java.util.UUID;

/** What a service knows about where the goods of its journeys are collected. */
public interface JourneyPoints {

    /** The code of the pickup point of a journey; empty if it has none, or it is unknown here. */
    Optional<String> pointOf(UUID journeyId);
}
