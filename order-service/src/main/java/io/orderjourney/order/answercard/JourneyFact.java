package io.orderjourney.order.answercard;

import io.orderjourney.contracts.EventType;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a journey, as its source published it.
 *
 * @param source the service that published it, e.g. {@code /credit-service}
 * @param sequence counts the facts of this journey and source
 * @param occurredAt business time of the source
 * @param data the contract's record for the type
 * @param actor who did it; null if only the data names them
 */
public record JourneyFact(
        UUID journeyId,
        UUID eventId,
        EventType<?> type,
        String source,
        long sequence,
        Instant occurredAt,
        Object data,
        @Nullable String actor) {

    /**
     * The order in which facts count. Topics do not wait for each other, so facts arrive in any order; by time and, within
     * one source, by its sequence they have one.
     */
    static final Comparator<JourneyFact> IN_ORDER = Comparator.comparing(JourneyFact::occurredAt)
            .thenComparing(JourneyFact::source)
            .thenComparingLong(JourneyFact::sequence)
            .thenComparing(JourneyFact::eventId);
}
