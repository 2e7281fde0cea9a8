package io.orderjourney.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches: how much was published, consumed, dropped as a repeat, and put with the dead letters. */
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

    /** Lets the size of a backlog be read whenever the metrics are. */
    public void watch(Backlog backlog) {
        registry.gauge("journey.outbox.size", backlog, Backlog::outboxCount);
        registry.gauge("journey.deadletters.waiting", backlog, Backlog::deadLetterCount);
        registry.gauge("journey.deadletters.parked", backlog, Backlog::parkedCount);
    }

    void published(int count) {
        published.increment(count);
    }

    void consumed(int count) {
        consumed.increment(count);
    }

    void duplicates(int count) {
        duplicates.increment(count);
    }

    void ignored(int count) {
        ignored.increment(count);
    }

    void deadLetter(DeadLetter.Reason reason) {
        registry.counter("journey.events.deadletters", "reason", reason.wireName())
                .increment();
    }
}
