package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.log.Republication;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JourneyLogTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    private static TestDatabase database;
    private final TestTopic topic = new TestTopic();
    private final RelayWakeUp signal = new RelayWakeUp();
    private final List<String> recorded = new ArrayList<>();
    private final JourneyLog log = new JourneyLog(
            database.dataSource,
            TestDatabase.REGISTRY,
            InstantSource.fixed(NOON),
            signal,
            () -> "00-trace",
            recorded::add);

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_fact_is_recorded_only_in_a_transaction() {
        assertThatThrownBy(() -> log.append(packed(UUID.randomUUID(), 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only in the transaction");
    }

    @Test
    void a_fact_keeps_who_what_when_and_why() {
        UUID journey = UUID.randomUUID();
        UUID cause = UUID.randomUUID();

        RecordedEvent recorded =
                append(packed(journey, 1).because("asked by phone").causedBy(cause));

        assertThat(log.of(journey)).containsExactly(recorded);
        assertThat(recorded.sequence()).isEqualTo(1);
        assertThat(recorded.occurredAt()).isEqualTo(NOON);
        assertThat(recorded.actor()).isEqualTo("Anna");
        assertThat(recorded.reason()).isEqualTo("asked by phone");
        assertThat(recorded.causationId()).isEqualTo(cause);
        assertThat(recorded.traceparent()).isEqualTo("00-trace");
        assertThat(recorded.dataAs(topic.packed)).isEqualTo(Parcel.number(1));
        assertThatThrownBy(() -> recorded.dataAs(topic.sent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void many_facts_of_many_journeys_keep_their_order_in_one_call() {
        List<UUID> journeys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<NewEvent<?>> events = new ArrayList<>();
        for (int number = 1; number <= 90; number++) {
            events.add(packed(journeys.get(number % 3), number));
        }

        List<RecordedEvent> recorded = TestDatabase.TRANSACTIONS.call(() -> log.append(events));

        assertThat(recorded).extracting(RecordedEvent::position).isSorted();
        for (UUID journey : journeys) {
            List<RecordedEvent> timeline = log.of(journey);
            assertThat(timeline).extracting(RecordedEvent::sequence).containsExactlyElementsOf(oneTo(30));
            assertThat(timeline)
                    .extracting(event -> event.dataAs(topic.packed).number())
                    .isSorted();
        }
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_fact_no_gap_and_no_wake_up() {
        UUID journey = UUID.randomUUID();
        append(packed(journey, 1));
        signal.take();

        assertThatThrownBy(() -> TestDatabase.TRANSACTIONS.run(() -> {
                    log.append(packed(journey, 2));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(signal.take()).isZero();
        assertThat(recorded).as("counted when it is committed").hasSize(1);
        append(packed(journey, 3));

        assertThat(log.of(journey)).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(signal.take()).isEqualTo(RelayWakeUp.partitionOf(journey));
    }

    @Test
    void what_is_recorded_together_is_written_in_its_order_when_the_work_ends() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        List<RecordedEvent> gathered = TestDatabase.TRANSACTIONS.call(() -> log.together(() -> {
            List<RecordedEvent> told = new ArrayList<>();
            told.add(log.append(packed(one, 1)));
            told.add(log.append(packed(other, 2)));
            told.add(log.append(packed(one, 3)));
            assertThat(factsOf(one)).as("written so far").isZero();
            return told;
        }));

        assertThat(log.of(one)).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(log.of(one))
                .extracting(RecordedEvent::id)
                .containsExactly(gathered.get(0).id(), gathered.get(2).id());
        assertThat(log.of(other))
                .extracting(RecordedEvent::id)
                .containsExactly(gathered.get(1).id());
        assertThat(recorded).as("counted after the commit").hasSize(3);
        assertThat(signal.take()).isEqualTo(RelayWakeUp.partitionOf(one) | RelayWakeUp.partitionOf(other));
    }

    @Test
    void who_reads_the_log_meanwhile_finds_what_was_recorded_together() {
        UUID journey = UUID.randomUUID();

        TestDatabase.TRANSACTIONS.run(() -> log.together(() -> {
            log.append(packed(journey, 1));
            assertThat(log.of(journey)).hasSize(1);
            return log.append(packed(journey, 2));
        }));

        assertThat(log.of(journey)).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void work_that_fails_leaves_nothing_of_what_it_recorded_together() {
        UUID journey = UUID.randomUUID();

        TestDatabase.TRANSACTIONS.run(() -> {
            assertThatThrownBy(() -> log.together(() -> {
                        log.append(packed(journey, 1));
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            log.append(packed(journey, 2));
        });

        assertThat(log.of(journey)).extracting(RecordedEvent::sequence).containsExactly(1L);
    }

    private static long factsOf(UUID journey) {
        return database.number("select count(*) from journey_event where journey_id = '" + journey + "'");
    }

    @Test
    void the_relay_is_not_woken_before_the_commit() {
        TestDatabase.TRANSACTIONS.run(() -> {
            signal.take();
            log.append(packed(UUID.randomUUID(), 1));
            assertThat(signal.take()).isZero();
        });
        assertThat(signal.take()).isNotZero();
    }

    @Test
    void writers_of_one_journey_wait_for_each_other_so_that_positions_follow_commits() throws Exception {
        UUID journey = UUID.randomUUID();
        int writers = 6;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            done.add(pool.submit(() -> {
                start.await();
                for (int i = 0; i < each; i++) {
                    append(packed(journey, i));
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : done) {
            one.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        List<RecordedEvent> timeline = log.of(journey);
        assertThat(timeline).extracting(RecordedEvent::sequence).containsExactlyElementsOf(oneTo(writers * each));
        assertThat(timeline).extracting(RecordedEvent::position).isSorted();
    }

    @Test
    void a_second_writer_of_a_journey_gets_a_later_position_even_if_it_began_first() throws Exception {
        UUID journey = UUID.randomUUID();
        CountDownLatch firstHasAppended = new CountDownLatch(1);
        CountDownLatch firstMayCommit = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<RecordedEvent> first = pool.submit(() -> TestDatabase.TRANSACTIONS.call(() -> {
            RecordedEvent recorded = log.append(packed(journey, 1));
            firstHasAppended.countDown();
            await(firstMayCommit);
            return recorded;
        }));
        await(firstHasAppended);
        Future<RecordedEvent> second = pool.submit(() -> append(packed(journey, 2)));
        org.awaitility.Awaitility.await()
                .until(() -> database.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                        == 1);
        assertThat(second).isNotDone();
        firstMayCommit.countDown();

        assertThat(second.get(10, TimeUnit.SECONDS).position())
                .isGreaterThan(first.get(10, TimeUnit.SECONDS).position());
        pool.shutdown();
    }

    @Test
    void data_of_256_kilobytes_is_taken_and_one_byte_more_is_refused() {
        UUID journey = UUID.randomUUID();
        int frame = "{\"number\":1,\"note\":\"\"}".length();
        String largest = "x".repeat(JourneyLog.DATA_BYTES_MAX - frame);

        assertThat(append(NewEvent.of(topic.packed, journey, new Parcel(1, largest), "Anna"))
                        .sequence())
                .isEqualTo(1);
        assertThatThrownBy(() -> append(NewEvent.of(topic.packed, journey, new Parcel(1, largest + "x"), "Anna")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("262145 bytes");
    }

    @Test
    void text_that_postgresql_json_could_not_hold_is_kept() {
        UUID journey = UUID.randomUUID();
        Parcel odd = new Parcel(1, "zero \0 emoji \uD83D\uDCE6 lone");
        append(NewEvent.of(topic.packed, journey, odd, "Anna"));
        assertThat(log.of(journey).get(0).dataAs(topic.packed)).isEqualTo(odd);
    }

    @Test
    void the_log_cannot_be_changed() {
        append(packed(UUID.randomUUID(), 1));
        for (String change : List.of(
                "update journey_event set actor = 'Eve'", "delete from journey_event", "truncate journey_event")) {
            assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void the_partition_of_a_journey_is_the_same_in_java_and_in_sql() {
        for (int i = 0; i < 50; i++) {
            UUID journey = UUID.randomUUID();
            assertThat(1 << database.number("select journey_partition('" + journey + "')"))
                    .isEqualTo(RelayWakeUp.partitionOf(journey));
        }
    }

    @Test
    void what_was_recorded_since_an_instant_can_be_queued_again() {
        JourneyLog today = new JourneyLog(
                database.dataSource,
                TestDatabase.REGISTRY,
                Clock.systemUTC(),
                new RelayWakeUp(),
                () -> null,
                type -> {});
        Republication republication = new Republication(database.dataSource, new RelayWakeUp());
        UUID journey = UUID.randomUUID();
        append(packed(journey, 1));
        Instant now = Instant.now();
        RecordedEvent late = TestDatabase.TRANSACTIONS.call(() -> today.append(packed(journey, 2)));
        database.execute("delete from outbox");

        assertThat(republication.dryRun().of(journey)).isEqualTo(2);
        assertThat(republication.dryRun().since(now)).isEqualTo(1);
        assertThat(database.number("select count(*) from outbox")).isZero();
        assertThat(republication.since(now)).isEqualTo(1);

        assertThat(database.strings("select position from outbox")).containsExactly(Long.toString(late.position()));
        assertThat(republication.between(late.position(), late.position())).isEqualTo(1);
        assertThat(database.number("select count(*) from outbox")).isEqualTo(1);
    }

    private NewEvent<Parcel> packed(UUID journey, int number) {
        return NewEvent.of(topic.packed, journey, Parcel.number(number), "Anna");
    }

    private RecordedEvent append(NewEvent<?> event) {
        return TestDatabase.TRANSACTIONS.call(() -> log.append(event));
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
