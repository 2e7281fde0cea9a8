package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer whose database is away, busy or slow: it waits or does less at once, and gives nothing up. */
class StrugglingDatabaseTest {

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
    void a_failure_that_passes_is_retried_in_place_and_makes_no_dead_letter() {
        UUID journey = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        List<String> passing = List.of("08006", "57P01", "40001", "40P01", "53300", "55P03", "57014", "58030", "25P03");
        EventConsumer effects = Replica.effectsIn(database, topic, event -> {
            int attempt = attempts.getAndIncrement();
            if (attempt < passing.size()) {
                throw new IllegalStateException(new SQLException("not now", passing.get(attempt)));
            }
        });
        try (Replica replica = replica(effects).withRelay().withConsumer()) {
            replica.send(topic, journey, 1);
            awaitEffects(1);
            replica.send(topic, journey, 2, 5);
            awaitEffects(5);
            assertThat(replica.deadLetters.list(0, 10)).isEmpty();
        }
        assertThat(database.effectsOf(journey)).isEqualTo(oneTo(5));
    }

    @Test
    void a_commit_whose_connection_breaks_is_retried_and_makes_no_dead_letter() {
        UUID journey = UUID.randomUUID();
        EventConsumer effects = Replica.effectsIn(database, topic);
        Sql inTheTransaction = new Sql(database.dataSource);
        AtomicInteger broken = new AtomicInteger();
        EventConsumer breaking = EventHandlers.on(topic.packed, event -> {
            effects.apply(List.of(event));
            if (broken.getAndIncrement() < 5) {
                // All work is done, and only the commit is still to come.
                database.execute("select pg_terminate_backend(" + inTheTransaction.number("select pg_backend_pid()")
                        + ", 5000)");
            }
        });
        try (Replica replica = replica(breaking).withRelay().withConsumer()) {
            // Alone, so that no other event of a batch meets the broken connection before the commit does.
            replica.send(topic, journey, 1);
            awaitEffects(1);
            assertThat(database.number("select count(*) from dead_letter")).isZero();
        }
        assertThat(broken).hasValueGreaterThan(5);
        assertThat(database.effectsOf(journey)).isEqualTo(oneTo(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_batch_that_takes_longer_than_a_transaction_may_is_halved(boolean inTheDatabase) {
        Sql inTheTransaction = new Sql(database.dataSource);
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(16).toList();
        database.transactionsLast(Duration.ofSeconds(2));
        // The eighth event ends where the two seconds do: whoever ends the transaction must not race its worker.
        AtomicInteger begun = new AtomicInteger();
        EventConsumer slow = Replica.effectsIn(database, topic, event -> {
            begun.incrementAndGet();
            if (inTheDatabase) {
                inTheTransaction.number("select count(*) from pg_sleep(0.25)");
            } else {
                Heartbeat.pause(Duration.ofMillis(250));
            }
        });
        try (Replica replica = replica(slow).withRelay()) {
            journeys.forEach(journey -> replica.send(topic, journey, 1));
            replica.awaitEmptyOutbox();
            replica.withConsumer();
            awaitEffects(16);
            assertThat(replica.deadLetters.list(0, 10)).isEmpty();
            assertThat(begun)
                    .as("work that was begun, ended with its transaction and done again")
                    .hasValueGreaterThan(16);
        }
    }

    @Test
    void when_the_database_drops_all_connections_again_and_again_nothing_is_lost_doubled_or_given_up() {
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(10).toList();
        try (Replica replica =
                replica(Replica.effectsIn(database, topic)).withRelay().withConsumer()) {
            for (int number = 1; number <= 20; number++) {
                int n = number;
                for (UUID journey : journeys) {
                    untilCommitted(() -> replica.send(topic, journey, n), journey, n, replica);
                }
                if (number % 4 == 0) {
                    database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
                }
            }
            awaitEffects(200);
            assertThat(database.number("select count(*) from dead_letter")).isZero();
        }
        journeys.forEach(journey -> assertThat(database.effectsOf(journey)).isEqualTo(oneTo(20)));
    }

    /** As a client does that repeats a request whose answer was lost: asks first whether it was done. */
    private static void untilCommitted(Runnable send, UUID journey, int number, Replica replica) {
        await().atMost(Replica.PATIENCE).ignoreExceptions().until(() -> {
            if (replica.log.of(journey).size() < number) {
                send.run();
            }
            return true;
        });
    }

    private Replica replica(EventConsumer subscriber) {
        return Replica.on(database, TestServers.kafka()).subscribers(subscriber).build();
    }

    private void awaitEffects(long count) {
        await().atMost(Replica.PATIENCE).until(() -> database.number("select count(*) from effect") >= count);
        assertThat(database.number("select count(*) from effect")).isEqualTo(count);
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
