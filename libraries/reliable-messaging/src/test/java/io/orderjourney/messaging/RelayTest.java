package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.messaging.log.Outbox;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.log.Relay;
import io.orderjourney.testservers.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

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
    void a_committed_fact_is_published_as_a_cloud_event_and_leaves_the_outbox() {
        UUID journey = UUID.randomUUID();
        UUID cause = UUID.randomUUID();
        try (Replica replica = replica().service("order-service").build().withRelay()) {
            RecordedEvent recorded = TestDatabase.TRANSACTIONS.call(() -> replica.log.append(
                    NewEvent.of(topic.packed, journey, Parcel.number(1), "Anna").causedBy(cause)));
            replica.awaitEmptyOutbox();

            ConsumerRecord<byte[], byte[]> record = published().get(0);
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(journey.toString());
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo(recorded.data());
            Map<String, String> headers = Map.ofEntries(
                    Map.entry("ce_specversion", "1.0"),
                    Map.entry("ce_id", recorded.id().toString()),
                    Map.entry("ce_source", "/order-service"),
                    Map.entry("ce_type", topic.packed.wireName()),
                    Map.entry("ce_time", recorded.occurredAt().toString()),
                    Map.entry("ce_subject", journey.toString()),
                    Map.entry("ce_partitionkey", journey.toString()),
                    Map.entry("ce_sequence", "1"),
                    Map.entry("ce_correlationid", journey.toString()),
                    Map.entry("ce_causationid", cause.toString()),
                    Map.entry("content-type", "application/json"));
            headers.forEach((name, value) ->
                    assertThat(TopicReader.header(record, name)).as(name).isEqualTo(value));
            assertThat(TopicReader.header(record, "traceparent")).isNull();
        }
    }

    @Test
    void facts_that_were_committed_before_the_relay_started_are_published() {
        UUID journey = UUID.randomUUID();
        try (Replica replica = replica().build()) {
            replica.send(topic, journey, 1, 5);
        }
        try (Replica restarted = replica().build().withRelay()) {
            restarted.awaitEmptyOutbox();
        }
        assertThat(TopicReader.firstAppearances(published())).containsEntry(journey, oneTo(5));
    }

    @Test
    void a_fact_whose_position_is_older_but_whose_commit_is_later_is_not_skipped() throws Exception {
        UUID slow = UUID.randomUUID();
        UUID quick = samePartitionAs(slow);
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (Replica replica = replica().build().withRelay()) {
            Thread slowWriter = new Thread(() -> TestDatabase.TRANSACTIONS.run(() -> {
                replica.log.append(NewEvent.of(topic.packed, slow, Parcel.number(1), "Anna"));
                appended.countDown();
                await(mayCommit);
            }));
            slowWriter.start();
            await(appended);
            replica.send(topic, quick, 1, 3);
            replica.awaitEmptyOutbox();
            mayCommit.countDown();
            slowWriter.join();
            replica.awaitEmptyOutbox();
        }
        assertThat(TopicReader.firstAppearances(published()))
                .containsEntry(slow, oneTo(1))
                .containsEntry(quick, oneTo(3));
    }

    @Test
    void two_relays_on_the_same_partitions_keep_the_order_of_first_appearances() {
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(12).toList();
        CyclicBarrier bothHaveClaimed = new CyclicBarrier(2);
        AtomicInteger sends = new AtomicInteger();
        Runnable firstTogether = () -> {
            if (sends.incrementAndGet() <= 2) {
                awaitBarrier(bothHaveClaimed);
            }
        };
        try (Replica one = replica().beforeSend(firstTogether).build();
                Replica two = replica().beforeSend(firstTogether).build()) {
            for (int number = 1; number <= 40; number++) {
                for (UUID journey : journeys) {
                    one.send(topic, journey, number);
                }
            }
            // Both are made to believe that they own everything: the worst that a lost lock connection can lead to.
            List<Integer> allPartitions = List.of(0, 1, 2, 3, 4, 5, 6, 7);
            Thread zombie = new Thread(() -> publishAll(one, allPartitions));
            zombie.start();
            publishAll(two, allPartitions);
            join(zombie);
            assertThat(one.backlog.outboxCount()).isZero();
        }
        List<ConsumerRecord<byte[], byte[]>> records = published();
        Map<UUID, List<Long>> seen = TopicReader.firstAppearances(records);
        assertThat(records.size()).as("both relays have published").isGreaterThan(12 * 40);
        journeys.forEach(journey -> assertThat(seen.get(journey)).isEqualTo(oneTo(40)));
    }

    @Test
    void a_relay_that_wakes_after_another_took_over_only_repeats_what_was_published() throws Exception {
        UUID journey = UUID.randomUUID();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Replica paused = replica()
                .beforeSend(() -> {
                    if (first.getAndSet(false)) {
                        claimed.countDown();
                        await(wakes);
                    }
                })
                .build();
        try (paused;
                Replica other = replica().build()) {
            paused.send(topic, journey, 1, 3);
            Thread zombie = new Thread(() -> publishAll(paused, partitionOf(journey)));
            zombie.start();
            await(claimed);
            other.send(topic, journey, 4, 6);
            publishAll(other, partitionOf(journey));
            assertThat(other.backlog.outboxCount()).isZero();
            wakes.countDown();
            join(zombie);
        }
        List<ConsumerRecord<byte[], byte[]>> records = published();
        assertThat(records).hasSize(9);
        assertThat(TopicReader.firstAppearances(records)).containsEntry(journey, oneTo(6));
    }

    @Test
    void a_failed_send_leads_to_repeats_and_never_to_a_gap() {
        UUID broken = UUID.randomUUID();
        UUID whole = UUID.randomUUID();
        AtomicInteger sends = new AtomicInteger();
        Replica.Builder builder = replica();
        try (Replica replica = builder.producers(() -> failingAt(sends, 4, new TimeoutException("too slow")))
                .build()) {
            replica.send(topic, broken, 1, 2);
            replica.send(topic, whole, 1);
            replica.send(topic, broken, 3, 5);
            publishAll(replica, List.of(0, 1, 2, 3, 4, 5, 6, 7));
            assertThat(replica.backlog.outboxCount()).isZero();
        }
        Map<UUID, List<Long>> seen = TopicReader.firstAppearances(published());
        assertThat(seen).containsEntry(broken, oneTo(5)).containsEntry(whole, oneTo(1));
        assertThat(published().stream()
                        .map(record -> TopicReader.header(record, "ce_id"))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void what_was_acknowledged_behind_a_failure_of_its_journey_stays_in_the_outbox() {
        UUID broken = UUID.randomUUID();
        UUID whole = UUID.randomUUID();
        try (Replica replica = replica().producers(() -> new LateFailure(2, 5)).build()) {
            replica.send(topic, broken, 1, 3);
            replica.send(topic, whole, 1, 2);

            assertThatThrownBy(() -> replica.relay.publishFacts(List.of(0, 1, 2, 3, 4, 5, 6, 7)))
                    .hasRootCauseMessage("too slow");

            assertThat(database.strings(
                            "select sequence from outbox join journey_event using (position) order by position"))
                    .containsExactly("2", "3");
        }
    }

    @Test
    void a_journey_that_the_broker_refuses_waits_and_the_others_go_on() {
        UUID refused = UUID.randomUUID();
        UUID fine = UUID.randomUUID();
        Replica.Builder builder = replica();
        try (Replica replica =
                builder.producers(() -> refusing(refused)).build().withRelay()) {
            replica.send(topic, refused, 1, 2);
            replica.send(topic, fine, 1, 50);
            await().atMost(Replica.PATIENCE).until(() -> replica.backlog.outboxCount() == 2);
        }
        assertThat(TopicReader.firstAppearances(published())).containsOnly(Map.entry(fine, oneTo(50)));
    }

    @Test
    void one_pass_never_holds_more_than_four_megabytes_or_five_hundred_facts() {
        String note = "x".repeat(200_000);
        Outbox outbox = new Outbox(database.dataSource);
        try (Replica replica = replica().build()) {
            for (int number = 1; number <= 40; number++) {
                int n = number;
                TestDatabase.TRANSACTIONS.run(() ->
                        replica.log.append(NewEvent.of(topic.packed, UUID.randomUUID(), new Parcel(n, note), "Anna")));
            }
            assertThat(claimed(outbox)).hasSizeBetween(15, 20);
            database.execute("delete from outbox");
            TestDatabase.TRANSACTIONS.run(() -> replica.log.append(Stream.generate(UUID::randomUUID)
                    .limit(3000)
                    .map(journey -> NewEvent.of(topic.packed, journey, Parcel.number(1), "Anna"))
                    .toList()));
            assertThat(claimed(outbox)).hasSize(500);
        }
    }

    private List<Outbox.Waiting> claimed(Outbox outbox) {
        return outbox.oldest(
                List.of(0, 1, 2, 3, 4, 5, 6, 7),
                Relay.PASS_COUNT_MAX,
                Relay.PASS_BYTES_MAX,
                java.util.Set.of(),
                java.util.Set.of());
    }

    private Replica.Builder replica() {
        return Replica.on(database, TestServers.kafka());
    }

    /** Passes until nothing is left, as if this relay owned these partitions; failures are part of the game. */
    private static void publishAll(Replica replica, List<Integer> partitions) {
        await().atMost(Replica.PATIENCE).until(() -> {
            try {
                return replica.relay.publishFacts(partitions) == 0;
            } catch (IllegalStateException e) {
                return false;
            }
        });
    }

    private static List<Integer> partitionOf(UUID journey) {
        return List.of(Integer.numberOfTrailingZeros(RelayWakeUp.partitionOf(journey)));
    }

    private static UUID samePartitionAs(UUID journey) {
        return Stream.generate(UUID::randomUUID)
                .filter(other -> RelayWakeUp.partitionOf(other) == RelayWakeUp.partitionOf(journey))
                .findFirst()
                .orElseThrow();
    }

    private List<ConsumerRecord<byte[], byte[]>> published() {
        return TopicReader.all(TestServers.kafka(), topic.name);
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private Producer<byte[], byte[]> failingAt(AtomicInteger sends, int nth, RuntimeException failure) {
        return new FailingProducer(record -> sends.incrementAndGet() == nth ? failure : null);
    }

    private Producer<byte[], byte[]> refusing(UUID journey) {
        return new FailingProducer(record -> new String(record.key(), StandardCharsets.UTF_8).equals(journey.toString())
                ? new RecordTooLargeException("no")
                : null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitBarrier(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await();
    }

    private static void join(Thread thread) {
        try {
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
