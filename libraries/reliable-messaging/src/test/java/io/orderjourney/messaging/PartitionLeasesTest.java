package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.testservers.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas share the partitions of the outbox, and cost little while nothing happens. */
class PartitionLeasesTest {

    private final TestTopic topic = new TestTopic();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void replicas_share_the_partitions_and_a_lost_replicas_partitions_are_taken_over() {
        try (Replica one = replica().service("shared").build().withRelay()) {
            await().atMost(Replica.PATIENCE).until(() -> heldBy(one) == 8);
            try (Replica two = replica().service("shared").build().withRelay()) {
                await().atMost(Replica.PATIENCE).until(() -> heldBy(one) == 4 && heldBy(two) == 4);

                // The server cuts every connection that listens, as a failover would: both must come back to their
                // share.
                database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
                await().atMost(Replica.PATIENCE).until(() -> heldBy(one) == 4 && heldBy(two) == 4);
            }
            await().atMost(Replica.PATIENCE).until(() -> heldBy(one) == 8);
        }
    }

    @Test
    void idle_replicas_ask_the_database_at_most_twice_a_second_each() {
        // Three do not divide the eight partitions: one of them would always like to have one more.
        try (Replica one = replica().build().withRelay();
                Replica two = replica().build().withRelay();
                Replica three = replica().build().withRelay()) {
            await().atMost(Replica.PATIENCE)
                    .until(() -> Stream.of(one, two, three)
                            .map(PartitionLeasesTest::heldBy)
                            .sorted()
                            .toList()
                            .equals(List.of(2, 3, 3)));
            long before = transactionsSoFar();
            long since = System.nanoTime();
            await().pollDelay(Duration.ofSeconds(12)).atMost(Replica.PATIENCE).until(() -> true);
            // Every statement of theirs is a transaction of its own.
            double perSecond = (transactionsSoFar() - before) * 1e9 / (System.nanoTime() - since);
            assertThat(perSecond / 3).isLessThanOrEqualTo(2.0);
        }
    }

    private long transactionsSoFar() {
        return database.number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    @Test
    void a_fact_committed_in_one_replica_wakes_the_replica_that_owns_its_partition() {
        // Nobody looks by himself within this test's patience: what is published was told of.
        Replica.Builder shared = replica().service("shared").safetyPoll(Replica.PATIENCE.multipliedBy(10));
        try (Replica one = shared.build().withRelay();
                Replica two = shared.build().withRelay()) {
            await().atMost(Replica.PATIENCE).until(() -> heldBy(one) == 4 && heldBy(two) == 4);
            UUID journey;
            do {
                journey = UUID.randomUUID();
            } while ((two.relay.partitionsHeld() & RelayWakeUp.partitionOf(journey)) == 0);
            for (int number = 1; number <= 5; number++) {
                one.send(topic, journey, number);
                one.awaitEmptyOutbox();
            }
        }
    }

    private Replica.Builder replica() {
        return Replica.on(database, TestServers.kafka());
    }

    private static int heldBy(Replica replica) {
        return Integer.bitCount(replica.relay.partitionsHeld());
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await();
    }
}
