package io.orderjourney.messaging.quarkus;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.SourceReport;
import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.time.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says every few seconds on the topic {@code heartbeats} that this service is alive, and how far it is with publishing. It goes
 * the way of every fact: while the broker or the relay is away nobody hears it, and that is what it tells.
 */
@Singleton
class Heartbeats implements StateSource, LoopOwner {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final StateTopics topics;
    private final Transactions transactions;
    private final Backlog backlog;
    private final BusinessClock clock;
    private final String service;
    private final boolean enabled;
    private final Duration every;
    private final BackgroundLoop loop = new BackgroundLoop("heartbeats", this::round);

    /**
     * @param enabled whether this process publishes at all
     * @param every in real time
     */
    Heartbeats(
            StateTopics topics,
            Transactions transactions,
            Backlog backlog,
            BusinessClock clock,
            @ConfigProperty(name = "journey.service") String service,
            @ConfigProperty(name = "journey.messaging.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "journey.heartbeat.every", defaultValue = "PT10S") Duration every) {
        this.topics = topics;
        this.transactions = transactions;
        this.backlog = backlog;
        this.clock = clock;
        this.service = service;
        this.enabled = enabled;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        loop.stop(ENDS_WITHIN);
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.SERVICE_REPORTED;
    }

    /** At the moment of publishing: what waits then was not published before this. */
    @Override
    public Map<String, Object> current(Collection<String> keys) {
        if (!keys.contains(service)) {
            return Map.of();
        }
        Instant now = clock.instant();
        Duration waited = Optional.ofNullable(backlog.sample().oldestAt())
                .map(at -> Duration.between(at, now))
                .filter(duration -> !duration.isNegative())
                .orElse(Duration.ZERO);
        return Map.of(service, new SourceReport((int) Math.min(waited.toSeconds(), Integer.MAX_VALUE)));
    }

    private void round() throws InterruptedException {
        transactions.call(() -> {
            topics.touch(topic(), service);
            return true;
        });
        Thread.sleep(every.toMillis());
    }
}
