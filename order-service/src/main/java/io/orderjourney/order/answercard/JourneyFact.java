package io.orderjourney.order.answercard;

import io.orderjourney.contracts.EventType;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a journey, as whoever did it said it.
 *
 * @param source who said it, e.g. {@code /credit-service}
 * @param sequence counts the facts of this journey and source
 * @param at business time of the source
 * @param data the contract's record for the type
 * @param actor who did it; null where only the data tells
 */
public record JourneyFact(
        UUID journeyId,
        UUID eventId,
        EventType<?> type,
        String source,
        long sequence,
        Instant at,
        Object data,
        @Nullable String actor) {

    /**
     * The order in which facts count. The services' topics do not wait for each other, so facts arrive in any order; by time
     * and, within one source, by its own count they have one.
     */
    static final Comparator<JourneyFact> IN_ORDER = Comparator.comparing(JourneyFact::at)
            .thenComparing(JourneyFact::source)
            .thenComparingLong(JourneyFact::sequence)
            .thenComparing(JourneyFact::eventId);
}
