package io.orderjourney.messaging.quarkus;

import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.messaging.Topics;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.consume.ConsumerLoop;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.Relay;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.time.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs the relay and the consumers from the start of the service to its end. They end in the order of the flow, so that what
 * the last batches led to is still published: first the consumers, then, when the outbox is empty or its time is over, the relay.
 */
@Singleton
class MessagingLoops {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration OUTBOX_EMPTY_WITHIN = Duration.ofSeconds(5);
    private static final Duration OUTBOX_LOOK_EVERY = Duration.ofMillis(50);

    private final Relay relay;
    private final List<ConsumerLoop> consumers = new ArrayList<>();
    private final List<BackgroundLoop> loops = new ArrayList<>();
    private final Backlog backlog;
    private final boolean enabled;

    MessagingLoops(
            DataSource dataSource,
            Transactions transactions,
            JourneyLog log,
            BusinessClock clock,
            RelayWakeUp wakeUp,
            Subscriptions subscriptions,
            @Any Instance<StateSource> stateSources,
            KafkaClients kafka,
            Topics topics,
            MessagingMetrics metrics,
            Backlog backlog,
            @Any Instance<LoopOwner> owners,
            @ConfigProperty(name = "journey.service") String service,
            @ConfigProperty(name = "journey.messaging.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "journey.consumer.threads", defaultValue = "1") int threads) {
        this.backlog = backlog;
        this.enabled = enabled;
        this.relay = new Relay(
                dataSource,
                transactions,
                clock,
                wakeUp,
                stateSources.stream().toList(),
                kafka::producer,
                topics,
                "/" + service,
                metrics);
        // What a batch leads to is written together, however many events it has.
        Transactions batches = log.together(transactions);
        for (int i = 0; i < threads && !subscriptions.topics().isEmpty(); i++) {
            consumers.add(new ConsumerLoop(kafka, dataSource, batches, subscriptions, clock, topics, metrics));
        }
        loops.addAll(relay.loops());
        consumers.forEach(consumer -> loops.add(consumer.loop()));
        loops.forEach(metrics::watch);
        owners.forEach(owner -> metrics.watch(owner.loop()));
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            loops.forEach(BackgroundLoop::start);
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        if (!enabled) {
            return;
        }
        consumers.forEach(ConsumerLoop::stop);
        consumers.forEach(consumer -> consumer.loop().awaitEnd(ENDS_WITHIN));
        long giveUpAt = System.nanoTime() + OUTBOX_EMPTY_WITHIN.toNanos();
        while (System.nanoTime() < giveUpAt && outboxHoldsSomething()) {
            Heartbeat.pause(OUTBOX_LOOK_EVERY);
        }
        relay.stop();
        relay.loops().forEach(loop -> loop.awaitEnd(ENDS_WITHIN));
    }

    /** The loops that should be running now. */
    List<Heartbeat> heartbeats() {
        return enabled ? loops.stream().map(BackgroundLoop::heartbeat).toList() : List.of();
    }

    private boolean outboxHoldsSomething() {
        try {
            return backlog.outboxCount() > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
