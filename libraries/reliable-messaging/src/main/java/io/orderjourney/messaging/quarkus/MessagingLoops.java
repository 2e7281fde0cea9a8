package io.orderjourney.messaging.quarkus;

import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.messaging.Topics;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.consume.ConsumerLoop;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.messaging.log.Relay;
import io.orderjourney.messaging.loops.Heartbeat;
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
 * the last batches led to is still published: first the consumers, then, when the outbox is empty or patience is, the relay.
 */
@Singleton
class MessagingLoops {

    private static final Duration CONSUMERS_END_WITHIN = Duration.ofSeconds(10);
    private static final Duration OUTBOX_EMPTY_WITHIN = Duration.ofSeconds(5);

    private final Relay relay;
    private final List<ConsumerLoop> consumers = new ArrayList<>();
    private final List<Thread> consumerThreads = new ArrayList<>();
    private final List<Thread> relayThreads = new ArrayList<>();
    private final Backlog backlog;
    private final boolean enabled;

    MessagingLoops(
            DataSource dataSource,
            Transactions transactions,
            BusinessClock clock,
            RelayWakeUp signal,
            Subscriptions subscriptions,
            @Any Instance<StateSource> stateSources,
            KafkaClients kafka,
            Topics topics,
            MessagingMetrics metrics,
            Backlog backlog,
            @ConfigProperty(name = "journey.service") String service,
            @ConfigProperty(name = "journey.messaging.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "journey.consumer.threads", defaultValue = "1") int threads) {
        this.backlog = backlog;
        this.enabled = enabled;
        this.relay = new Relay(
                dataSource,
                transactions,
                clock,
                signal,
                stateSources.stream().toList(),
                kafka::producer,
                topics,
                "/" + service,
                metrics);
        for (int i = 0; i < threads && !subscriptions.topics().isEmpty(); i++) {
            consumers.add(new ConsumerLoop(kafka, dataSource, transactions, subscriptions, clock, topics, metrics));
        }
        metrics.watch(backlog);
    }

    void start(@Observes StartupEvent started) {
        if (!enabled) {
            return;
        }
        relayThreads.add(start("partition-leases", relay.partitionLeases()));
        relayThreads.add(start("relay", relay));
        for (ConsumerLoop consumer : consumers) {
            consumerThreads.add(start("event-consumer-" + consumerThreads.size(), consumer));
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        if (!enabled) {
            return;
        }
        consumers.forEach(ConsumerLoop::stop);
        join(consumerThreads);
        long patienceEnds = System.nanoTime() + OUTBOX_EMPTY_WITHIN.toNanos();
        while (System.nanoTime() < patienceEnds && outboxHoldsSomething()) {
            pause();
        }
        relay.stop();
        join(relayThreads);
    }

    /** The loops that ought to be running now. */
    List<Heartbeat> heartbeats() {
        List<Heartbeat> heartbeats = new ArrayList<>();
        if (enabled) {
            heartbeats.addAll(relay.heartbeats());
            consumers.forEach(consumer -> heartbeats.add(consumer.heartbeat()));
        }
        return heartbeats;
    }

    private boolean outboxHoldsSomething() {
        try {
            return backlog.outboxCount() > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Thread start(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(List<Thread> threads) {
        long patienceEnds = System.nanoTime() + CONSUMERS_END_WITHIN.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, (patienceEnds - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
