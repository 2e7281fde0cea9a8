package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.orderjourney.messaging.consume.ConsumerLag;
import io.orderjourney.messaging.consume.RecreatedTopics;
import io.orderjourney.stack.servers.LocalKafka;
import io.orderjourney.stack.servers.Trees;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker of its own, which is killed, frozen and robbed of all its data. It is a child process wherever the run's other
 * servers come from: a container that is started again has another port, and so another address than the clients know.
 */
class BrokerOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How long a producer tries to deliver where a test waits until it has given up. */
    private static final Duration DELIVERY = Duration.ofSeconds(5);

    private final TestTopic topic = new TestTopic();
    private final List<UUID> journeys =
            Stream.generate(UUID::randomUUID).limit(10).toList();

    @TempDir
    private Path directory;

    private TestDatabase database;
    private LocalKafka kafka;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        kafka = LocalKafka.in(directory.resolve("kafka"), 0, 0);
    }

    @AfterEach
    void close() {
        kafka.kill();
        kafka.close();
        database.close();
    }

    @Test
    void while_the_broker_is_dead_changes_are_accepted_and_the_backlog_drains_when_it_is_back() {
        kafka.start();
        try (Replica replica = replica("svc").withRelay().withConsumer()) {
            send(replica, 1, 10);
            kafka.kill();
            send(replica, 11, 60);
            assertThat(replica.backlog.outboxCount()).isGreaterThanOrEqualTo(400);
            kafka.start();
            send(replica, 61, 65);

            assertAllArrive(replica, 65);
        }
    }

    @Test
    void while_the_broker_is_frozen_nothing_is_taken_for_published() throws Exception {
        kafka.start();
        try (Replica replica = Replica.on(database, kafka.bootstrapServers())
                .service("svc")
                .subscribers(Replica.effectsIn(database, topic))
                .timeout("request.timeout.ms", DELIVERY.dividedBy(2))
                .timeout("delivery.timeout.ms", DELIVERY)
                .build()
                .withRelay()
                .withConsumer()) {
            send(replica, 1, 10);
            assertAllArrive(replica, 10);
            signal("-STOP");
            send(replica, 11, 30);
            // Longer than a delivery may take: the producer gives up at least once, and begins again from the table.
            await().pollDelay(DELIVERY.plusSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> replica.backlog.outboxCount() == 200);
            signal("-CONT");
            send(replica, 31, 35);

            assertAllArrive(replica, 35);
        }
    }

    @Test
    void when_kafka_has_lost_everything_the_log_publishes_it_again_without_a_second_effect() {
        kafka.start();
        TestDatabase newcomersDatabase = TestDatabase.fresh();
        try (Replica replica = replica("svc").withRelay().withConsumer()) {
            send(replica, 1, 10);
            assertAllArrive(replica, 10);

            kafka.kill();
            Trees.delete(directory.resolve("kafka").resolve("data"));
            send(replica, 11, 12);
            // Before the broker is back: otherwise the newest facts would be published before the oldest.
            assertThat(replica.republication.all()).isEqualTo(120);
            kafka.start();

            assertAllArrive(replica, 12);
            try (Replica newcomer = Replica.on(newcomersDatabase, kafka.bootstrapServers())
                    .subscribers(Replica.effectsIn(newcomersDatabase, topic))
                    .build()
                    .withConsumer()) {
                await().atMost(PATIENCE).until(() -> newcomersDatabase.number("select count(*) from effect") == 120);
                for (UUID journey : journeys) {
                    assertThat(newcomersDatabase.effectsOf(journey)).isEqualTo(oneTo(12));
                }
                assertThat(newcomer.backlog.deadLetterCount()).isZero();
            }
        } finally {
            newcomersDatabase.close();
        }
    }

    @Test
    void offsets_that_the_broker_did_not_take_are_committed_when_it_is_back() {
        AtomicBoolean died = new AtomicBoolean();
        kafka.start();
        try (Replica replica = replica("svc").withRelay();
                ConsumerLag unconsumed = new ConsumerLag(replica.kafka, replica.subscriptions)) {
            send(replica, 1, 3);
            replica.awaitEmptyOutbox();
            replica.withConsumer(() -> {
                if (database.number("select count(*) from effect") == 30 && died.compareAndSet(false, true)) {
                    kafka.kill();
                    kafka.start();
                }
            });
            // Nothing else arrives: no later batch brings the offsets along.
            await().atMost(PATIENCE).untilTrue(died);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> unconsumed.due(Instant.EPOCH) == 0);
        }
    }

    @Test
    void a_broker_that_does_not_answer_holds_up_a_consumer_of_many_topics_only_once() {
        List<String> topics =
                IntStream.rangeClosed(1, 12).mapToObj(n -> topic.name + n).toList();
        try (RecreatedTopics watch = new RecreatedTopics(
                new KafkaClients(Map.of("bootstrap.servers", kafka.bootstrapServers()), "svc"), topics)) {
            assertTimeout(Duration.ofSeconds(10), watch::recreated);
        }
    }

    @Test
    void a_service_starts_while_the_broker_is_away() {
        try (Replica replica = replica("svc").withRelay().withConsumer()) {
            send(replica, 1, 3);
            kafka.start();
            assertAllArrive(replica, 3);
        }
    }

    private void assertAllArrive(Replica replica, int last) {
        long all = (long) last * journeys.size();
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from effect") >= all);
        await().atMost(PATIENCE).until(() -> replica.backlog.outboxCount() == 0);
        assertThat(database.number("select count(*) from effect")).isEqualTo(all);
        var seen = TopicReader.firstAppearances(TopicReader.all(kafka.bootstrapServers(), topic.name));
        for (UUID journey : journeys) {
            assertThat(database.effectsOf(journey)).isEqualTo(oneTo(last));
            assertThat(seen.get(journey))
                    .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    private void send(Replica replica, int from, int to) {
        for (int number = from; number <= to; number++) {
            for (UUID journey : journeys) {
                replica.send(topic, journey, number);
            }
        }
    }

    private Replica replica(String service) {
        return Replica.on(database, kafka.bootstrapServers())
                .service(service)
                .subscribers(Replica.effectsIn(database, topic))
                .build();
    }

    private void signal(String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(kafka.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
