package io.orderjourney.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.consume.ConsumerLag;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far the consumer group of this service is behind, and for how long it has made no progress. */
@Singleton
class LagFigures implements SampledFigures {

    private final ConsumerLag lag;
    private final Figure records;
    private final Figure stalled;
    private ConsumerLag.@Nullable Look before;
    private long progressAt = System.nanoTime();

    LagFigures(ConsumerLag lag, MeterRegistry registry) {
        this.lag = lag;
        this.records = Figure.of(registry, "journey.consumer.lag", "Records that the group has not consumed");
        this.stalled = Figure.of(
                registry,
                "journey.consumer.stalled.seconds",
                "How long there have been records and no offset was committed; real time");
    }

    @Override
    public void sample() {
        ConsumerLag.Look now = lag.look();
        if (now.records() == 0 || before == null || now.committed() != before.committed()) {
            progressAt = System.nanoTime();
        }
        before = now;
        records.set(now.records());
        stalled.set(Duration.ofNanos(System.nanoTime() - progressAt).toSeconds());
    }

    @Override
    public void forget() {
        records.forget();
        stalled.forget();
    }
}
