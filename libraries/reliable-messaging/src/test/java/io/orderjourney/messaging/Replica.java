package io.orderjourney.messaging;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.messaging.consume.BatchIngest;
import io.orderjourney.messaging.consume.ConsumerLoop;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.consume.RecordReplay;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.messaging.deadletters.DeadLetters;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.log.Relay;
import io.orderjourney.messaging.log.Republication;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** One replica of a small service: the library as a service has it, without the service around it. */
final class Replica implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    final TestDatabase database;
    final RelayWakeUp signal = new RelayWakeUp();
    final JourneyLog log;
    final Republication republication;
    final StateTopics stateTopics;
    final Subscriptions subscriptions;
    final DeadLetters deadLetters;
    final Backlog backlog;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final MessagingMetrics metrics = new MessagingMetrics(meters);
    final KafkaClients kafka;
    final Topics topics;
    final Relay relay;
    private final List<ConsumerLoop> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final String service;

    private Replica(Builder from) {
        database = from.database;
        service = from.service;
        republication = new Republication(database.dataSource, signal);
        log = new JourneyLog(
                database.dataSource, TestDatabase.REGISTRY, Clock.systemUTC(), signal, () -> null, metrics::recorded);
        stateTopics = new StateTopics(database.dataSource, TestDatabase.REGISTRY, signal);
        subscriptions = new Subscriptions(from.subscribers, from.keepers);
        deadLetters = new DeadLetters(
                database.dataSource,
                TestDatabase.TRANSACTIONS,
                new RecordReplay(database.dataSource, subscriptions, Clock.systemUTC()),
                Clock.systemUTC());
        backlog = new Backlog(database.dataSource);
        kafka = new KafkaClients(from.connection, service, from.readFrom);
        topics = new Topics(kafka, true, from.compacted);
        Supplier<Producer<byte[], byte[]>> producers = from.producers == null ? kafka::producer : from.producers;
        relay = new CrashingRelay(from, producers);
    }

    static Builder on(TestDatabase database, String bootstrapServers) {
        return new Builder(database, bootstrapServers);
    }

    Replica withRelay() {
        relay.loops().forEach(this::start);
        return this;
    }

    Replica withConsumer() {
        return withConsumer(() -> {});
    }

    Replica withConsumer(Runnable afterCommit) {
        return withConsumer(TestDatabase.TRANSACTIONS, afterCommit);
    }

    Replica withConsumer(Transactions transactions) {
        return withConsumer(transactions, () -> {});
    }

    private Replica withConsumer(Transactions transactions, Runnable afterCommit) {
        BatchIngest ingest =
                new BatchIngest(database.dataSource, transactions, subscriptions, Clock.systemUTC(), metrics) {
                    @Override
                    protected void afterCommit() {
                        afterCommit.run();
                    }
                };
        ConsumerLoop consumer = new ConsumerLoop(kafka, subscriptions, ingest, topics);
        consumers.add(consumer);
        start(consumer.loop());
        return this;
    }

    private void start(BackgroundLoop loop) {
        Thread thread = new Thread(loop, service + "-" + loop.name());
        thread.setDaemon(true);
        // Some tests let a loop die; what comes of it is their business.
        thread.setUncaughtExceptionHandler((dead, cause) -> System.err.println(dead.getName() + " died: " + cause));
        thread.start();
        threads.add(thread);
    }

    List<ConsumerLoop> consumers() {
        return consumers;
    }

    /** Records parcels from..to (both included) of a journey, each in a transaction of its own. */
    void send(TestTopic topic, UUID journey, int from, int to) {
        for (int number = from; number <= to; number++) {
            send(topic, journey, number);
        }
    }

    RecordedEvent send(TestTopic topic, UUID journey, int number) {
        return TestDatabase.TRANSACTIONS.call(
                () -> log.append(NewEvent.of(topic.packed, journey, Parcel.number(number), "Anna")));
    }

    void awaitEmptyOutbox() {
        await().atMost(PATIENCE).until(() -> backlog.outboxCount() == 0);
    }

    double counted(String meter) {
        return meters.counter(meter).count();
    }

    /** How many dead letters were counted, for whatever reason. */
    double lettersCounted() {
        return meters.find("journey.events.deadletters").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    void stopConsumers() {
        consumers.forEach(ConsumerLoop::stop);
    }

    @Override
    public void close() {
        stopConsumers();
        relay.stop();
        for (Thread thread : threads) {
            try {
                thread.join(15_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class CrashingRelay extends Relay {

        private final Builder points;

        CrashingRelay(Builder points, Supplier<Producer<byte[], byte[]>> producers) {
            super(
                    database.dataSource,
                    TestDatabase.TRANSACTIONS,
                    Clock.systemUTC(),
                    signal,
                    points.sources,
                    producers,
                    topics,
                    "/" + service,
                    metrics);
            this.points = points;
        }

        @Override
        protected Duration untilSafetyPoll() {
            return points.safetyPoll == null ? super.untilSafetyPoll() : points.safetyPoll;
        }

        @Override
        protected void beforeSend() {
            points.beforeSend.run();
        }

        @Override
        protected void afterBrokerAck() {
            points.afterBrokerAck.run();
        }
    }

    static final class Builder {

        private final TestDatabase database;
        private final Map<String, Object> connection = new HashMap<>();
        private String service = "svc-" + UUID.randomUUID().toString().substring(0, 8);
        private Collection<EventConsumer> subscribers = List.of();
        private Collection<StateConsumer<?>> keepers = List.of();
        private List<StateSource> sources = List.of();
        private Collection<String> compacted = List.of();
        private Optional<Instant> readFrom = Optional.empty();
        private Supplier<Producer<byte[], byte[]>> producers;
        private Duration safetyPoll;
        private Runnable beforeSend = () -> {};
        private Runnable afterBrokerAck = () -> {};

        private Builder(TestDatabase database, String bootstrapServers) {
            this.database = database;
            connection.put("bootstrap.servers", bootstrapServers);
        }

        Builder service(String name) {
            service = name;
            return this;
        }

        /** What came since this time is consumed once more. */
        Builder readFrom(Instant time) {
            readFrom = Optional.of(time);
            return this;
        }

        /** A timeout of Kafka's clients, where a test waits for its end. */
        Builder timeout(String setting, Duration time) {
            connection.put(setting, (int) time.toMillis());
            return this;
        }

        Builder subscribers(EventConsumer... all) {
            subscribers = List.of(all);
            return this;
        }

        Builder keepers(StateConsumer<?>... all) {
            keepers = List.of(all);
            return this;
        }

        Builder sources(StateSource... all) {
            sources = List.of(all);
            compacted = sources.stream().map(StateSource::topic).toList();
            return this;
        }

        Builder producers(Supplier<Producer<byte[], byte[]>> instead) {
            producers = instead;
            return this;
        }

        /** Between two looks at the outbox that nobody asked for. */
        Builder safetyPoll(Duration other) {
            safetyPoll = other;
            return this;
        }

        Builder beforeSend(Runnable what) {
            beforeSend = what;
            return this;
        }

        Builder afterBrokerAck(Runnable what) {
            afterBrokerAck = what;
            return this;
        }

        Replica build() {
            return new Replica(this);
        }
    }

    /** A handler that leaves one row per application; the table has no unique key, so a second effect would show. */
    static EventConsumer effectsIn(TestDatabase database, TestTopic topic) {
        return effectsIn(database, topic, event -> {});
    }

    static EventConsumer effectsIn(TestDatabase database, TestTopic topic, Consumer<ReceivedEvent<Parcel>> before) {
        Sql sql = new Sql(database.dataSource);
        Consumer<ReceivedEvent<Parcel>> effect = event -> {
            before.accept(event);
            sql.update(
                    "insert into effect (event_id, journey_id, number, note) values (?, ?, ?, ?)",
                    event.id(),
                    event.journey(),
                    event.data().number(),
                    event.data().note());
        };
        return EventHandlers.on(topic.packed, effect).and(topic.sent, effect);
    }
}
