package io.orderjourney.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.loops.BackgroundLoop;

/** Counters for the operator: events recorded, published, consumed, dropped as duplicates, and dead-lettered. */
public class MessagingMetrics {

    private final MeterRegistry registry;
    private final Counter published;
    private final Counter consumed;
    private final Counter duplicates;
    private final Counter ignored;

    public MessagingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.published = registry.counter("journey.events.published");
        this.consumed = registry.counter("journey.events.consumed");
        this.duplicates = registry.counter("journey.events.duplicates");
        this.ignored = registry.counter("journey.events.ignored");
    }

    /** Registers the counter of a loop's failed rounds. */
    public void watch(BackgroundLoop loop) {
        FunctionCounter.builder("journey.loop.failures", loop, BackgroundLoop::failedRounds)
                .tag("loop", loop.name())
                .register(registry);
    }

    /** A fact of this type was committed. */
    public void recorded(String type) {
        registry.counter("journey.events.recorded", "type", type).increment();
    }

    public void published(int count) {
        published.increment(count);
    }

    public void consumed(int count) {
        consumed.increment(count);
    }

    public void duplicates(int count) {
        duplicates.increment(count);
    }

    public void ignored(int count) {
        ignored.increment(count);
    }

    public void deadLetter(String reason) {
        registry.counter("journey.events.deadletters", "reason", reason).increment();
    }
}
