package io.orderjourney.order.answercard;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.testing.GoldenSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The facts of one journey, one minute apart. */
final class Facts {

    static final Instant START = Instant.parse("2026-01-12T09:12:00Z");

    private final UUID journey = UUID.randomUUID();
    private final List<JourneyFact> facts = new ArrayList<>();

    /** The contract's sample of this fact happened next. */
    Facts then(EventType<?> type) {
        return then(type, GoldenSample.of(type).data());
    }

    Facts then(EventType<?> type, Object data) {
        facts.add(new JourneyFact(
                journey,
                UUID.randomUUID(),
                type,
                "/" + type.topic(),
                facts.size() + 1L,
                START.plus(Duration.ofMinutes(facts.size())),
                data,
                null));
        return this;
    }

    List<JourneyFact> all() {
        return List.copyOf(facts);
    }

    JourneyProjection projection() {
        return JourneyProjection.of(facts).orElseThrow();
    }
}
