package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.DoomedReplica.Point;
import io.orderjourney.testservers.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes, ended by signal 9. */
class KilledProcessTest {

    /** More at night. */
    private static final int KILLS = Integer.getInteger("journey.test.kills", 6);

    private final TestTopic topic = new TestTopic();
    private final String service = "svc-" + UUID.randomUUID();
    private final List<UUID> journeys =
            Stream.generate(UUID::randomUUID).limit(8).toList();

    @TempDir
    private Path logs;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_SEND, 1",
        "AFTER_BROKER_ACK, 1",
        "AFTER_BROKER_ACK, 3",
        "BEFORE_COMMIT, 1",
        "AFTER_COMMIT, 1",
        "AFTER_COMMIT, 2"
    })
    void a_process_killed_at_a_crash_point_loses_doubles_and_disorders_nothing(Point point, int nth) throws Exception {
        try (Replica survivor = survivor()) {
            send(survivor, 1, 20);
            DoomedReplica doomed = doomed(point, nth);
            for (int number = 21; doomed.isAlive() && number <= 1_000; number++) {
                // More work comes while it runs, so that it reaches the later crash points too.
                send(survivor, number, number);
                pause(50);
            }
            assertThat(doomed.awaitDeath()).isEqualTo(137);

            survivor.withRelay().withConsumer();
            assertEverythingArrivesOnceAndInOrder(survivor);
        }
        if (point == Point.AFTER_BROKER_ACK) {
            assertThat(published().size())
                    .as("what was sent and not deleted was sent again")
                    .isGreaterThan((int) database.number("select count(*) from journey_event"));
        }
    }

    @Test
    void a_process_killed_again_and_again_at_any_moment_loses_doubles_and_disorders_nothing() throws Exception {
        Random random = new Random(20260302);
        try (Replica survivor = survivor()) {
            int number = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                DoomedReplica doomed = doomed(Point.NEVER, 0);
                long seen = database.number("select count(*) from effect");
                // A kill while the process still starts would prove nothing.
                for (int i = 0; i < 10 || database.number("select count(*) from effect") == seen; i++) {
                    number++;
                    send(survivor, number, number);
                    pause(20);
                    assertThat(i).as("the process works").isLessThan(1_000);
                }
                pause(random.nextInt(200));
                doomed.kill();
            }
            survivor.withRelay().withConsumer();
            assertEverythingArrivesOnceAndInOrder(survivor);
        }
    }

    private void assertEverythingArrivesOnceAndInOrder(Replica survivor) {
        long all = database.number("select count(*) from journey_event");
        await().atMost(Duration.ofSeconds(60)).until(() -> database.number("select count(*) from effect") >= all);
        survivor.awaitEmptyOutbox();
        assertThat(database.number("select count(*) from effect")).isEqualTo(all);
        assertThat(database.number("select count(*) from dead_letter")).isZero();
        int last = (int) (all / journeys.size());
        var seen = TopicReader.firstAppearances(published());
        for (UUID journey : journeys) {
            assertThat(database.effectsOf(journey))
                    .isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
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

    private Replica survivor() {
        return Replica.on(database, TestServers.kafka())
                .service(service)
                .timeout("session.timeout.ms", DoomedReplica.MEMBERSHIP)
                .timeout("heartbeat.interval.ms", DoomedReplica.MEMBERSHIP.dividedBy(5))
                .subscribers(Replica.effectsIn(database, topic))
                .build();
    }

    private DoomedReplica doomed(Point point, int nth) throws Exception {
        return DoomedReplica.start(
                database.address, TestServers.kafka(), service, topic, point, nth, logs.resolve("doomed.log"));
    }

    private List<ConsumerRecord<byte[], byte[]>> published() {
        return TopicReader.all(TestServers.kafka(), topic.name);
    }

    private static void pause(long millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofSeconds(5))
                .until(() -> true);
    }
}
