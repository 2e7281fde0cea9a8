package io.orderjourney.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.Backlog;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What waits in the outbox and among the dead letters; every replica of a service says the same. */
@Singleton
class OutboxFigures implements SampledFigures {

    private final Backlog backlog;
    private final BusinessClock clock;
    private final Figure size;
    private final Figure age;
    private final Figure waiting;
    private final Figure blocked;

    OutboxFigures(Backlog backlog, BusinessClock clock, MeterRegistry registry) {
        this.backlog = backlog;
        this.clock = clock;
        this.size = Figure.of(registry, "journey.outbox.size", "Facts and states to publish, counted up to 10,000");
        this.age = Figure.of(
                registry, "journey.outbox.age.seconds", "How long the oldest fact has waited to be published");
        this.waiting = Figure.of(registry, "journey.deadletters.waiting", "Records that wait for a person's decision");
        this.blocked = Figure.of(registry, "journey.deadletters.blocked", "Events behind a dead letter");
    }

    @Override
    public void sample() {
        Backlog.Sample now = backlog.sample();
        Instant oldestAt = now.oldestAt();
        size.set(now.outbox());
        age.set(
                oldestAt == null
                        ? 0
                        : Math.max(
                                0, Duration.between(oldestAt, clock.instant()).toSeconds()));
        waiting.set(now.deadLetters());
        blocked.set(now.blocked());
    }

    @Override
    public void forget() {
        List.of(size, age, waiting, blocked).forEach(Figure::forget);
    }
}
