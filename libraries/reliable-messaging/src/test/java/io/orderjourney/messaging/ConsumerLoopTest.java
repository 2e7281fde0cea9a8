package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.consume.BatchIngest;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.EventReader;
import io.orderjourney.messaging.consume.InboundRecord;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.testservers.TestServers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {

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
    void events_take_effect_once_and_in_order() {
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(20).toList();
        try (Replica replica =
                replica(Replica.effectsIn(database, topic)).withRelay().withConsumer()) {
            for (int number = 1; number <= 30; number++) {
                for (UUID journey : journeys) {
                    replica.send(topic, journey, number);
                }
            }
            awaitEffects(600);
        }
        journeys.forEach(journey -> assertThat(database.effectsOf(journey)).isEqualTo(oneTo(30)));
    }

    @Test
    void an_event_that_is_delivered_a_thousand_times_takes_effect_once() {
        UUID journey = UUID.randomUUID();
        try (Replica replica = replica(Replica.effectsIn(database, topic))) {
            RecordedEvent event = replica.send(topic, journey, 1);
            replica.topics.ensure(List.of(topic.name));
            try (Producer<byte[], byte[]> producer = replica.kafka.producer()) {
                for (int i = 0; i < 1_000; i++) {
                    producer.send(event.toRecord("/test"));
                }
            }
            replica.withConsumer();
            await().atMost(Replica.PATIENCE).until(() -> replica.counted("journey.events.duplicates") == 999);
        }
        assertThat(database.effectsOf(journey)).containsExactly(1);
    }

    @Test
    void a_batch_that_was_committed_in_the_database_but_not_in_kafka_has_no_second_effect() {
        UUID journey = UUID.randomUUID();
        EventConsumer effects = Replica.effectsIn(database, topic);
        AtomicBoolean died = new AtomicBoolean();
        try (Replica replica = replica(effects).withRelay()) {
            replica.send(topic, journey, 1, 10);
            replica.awaitEmptyOutbox();
            // The loop dies between the two commits; its successor begins at the last committed offset.
            replica.withConsumer(() -> {
                if (died.compareAndSet(false, true)) {
                    throw new WentAway();
                }
            });
            await().atMost(Replica.PATIENCE)
                    .until(() -> replica.consumers().get(0).loop().heartbeat().isStuck(Heartbeat.SILENCE_MAX));
            awaitEffects(10);
            replica.withConsumer();
            await().atMost(Replica.PATIENCE).until(() -> replica.counted("journey.events.duplicates") == 10);
            replica.send(topic, journey, 11);
            awaitEffects(11);
        }
        assertThat(died).isTrue();
        assertThat(database.effectsOf(journey)).isEqualTo(oneTo(11));
    }

    /** Nothing that a loop survives. */
    private static final class WentAway extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void one_failing_event_does_not_undo_its_batch() {
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(50).toList();
        UUID poisoned = journeys.get(23);
        EventConsumer effects = Replica.effectsIn(database, topic, event -> {
            if (event.journeyId().equals(poisoned) && event.data().number() == 2) {
                throw new IllegalStateException("this one never works");
            }
        });
        try (Replica replica = replica(effects).withRelay()) {
            for (int number = 1; number <= 3; number++) {
                for (UUID journey : journeys) {
                    replica.send(topic, journey, number);
                }
            }
            replica.awaitEmptyOutbox();
            replica.withConsumer();
            awaitEffects(49 * 3 + 1);
            await().atMost(Replica.PATIENCE).until(() -> replica.backlog.blockedCount() == 1);

            assertThat(replica.deadLetters.list(0, 10))
                    .extracting(DeadLetter::reason)
                    .containsExactly(DeadLetter.Reason.PROCESSING_FAILED, DeadLetter.Reason.BEHIND_DEAD_LETTER);
        }
        for (UUID journey : journeys) {
            assertThat(database.effectsOf(journey)).isEqualTo(journey.equals(poisoned) ? oneTo(1) : oneTo(3));
        }
    }

    @Test
    void what_was_undone_is_not_counted() {
        UUID journey = UUID.randomUUID();
        try (Replica replica = replica(event -> {
            throw new IllegalStateException("this one never works");
        })) {
            BatchIngest ingest = new BatchIngest(
                    database.dataSource,
                    TestDatabase.TRANSACTIONS,
                    replica.subscriptions,
                    Clock.systemUTC(),
                    replica.metrics);
            RawRecord broken = new RawRecord(topic.name, 0, 7, null, null, List.of());
            InboundRecord rejected = new EventReader(replica.subscriptions).read(broken);
            assertThatThrownBy(() -> ingest.ingest(List.of(rejected, fact(topic.packed, journey, 1))))
                    .hasMessage("this one never works");
            assertThat(replica.lettersCounted()).isZero();
            ingest.ingest(List.of(rejected));
            assertThat(replica.lettersCounted()).isEqualTo(1);
        }
    }

    @Test
    void a_consumer_that_was_paused_beyond_its_membership_and_wakes_has_no_second_effect() throws Exception {
        UUID journey = UUID.randomUUID();
        CountDownLatch inTheHandler = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        String service = "svc-" + UUID.randomUUID();
        EventConsumer pausing = Replica.effectsIn(database, topic, event -> {
            if (first.getAndSet(false)) {
                inTheHandler.countDown();
                awaitLatch(wakes);
            }
        });
        try (Replica zombie = Replica.on(database, TestServers.kafka())
                        .service(service)
                        .subscribers(pausing)
                        .build()
                        .withRelay();
                Replica other = Replica.on(database, TestServers.kafka())
                        .service(service + "-other-group")
                        .subscribers(Replica.effectsIn(database, topic))
                        .build()) {
            zombie.send(topic, journey, 1, 5);
            zombie.awaitEmptyOutbox();
            zombie.withConsumer();
            awaitLatch(inTheHandler);
            // Another group on the same database reads the same records: exactly what a new owner of the partition
            // does.
            other.withConsumer();
            zombie.send(topic, journey, 6, 8);
            wakes.countDown();
            awaitEffects(8);
            await().atMost(Replica.PATIENCE)
                    .until(() ->
                            zombie.counted("journey.events.duplicates") + other.counted("journey.events.duplicates")
                                    == 8);
        }
        assertThat(database.effectsOf(journey)).isEqualTo(oneTo(8));
    }

    @Test
    void replicas_that_come_and_go_keep_order_and_effects() {
        List<UUID> journeys = Stream.generate(UUID::randomUUID).limit(16).toList();
        String service = "svc-" + UUID.randomUUID();
        try (Replica steady = Replica.on(database, TestServers.kafka())
                .service(service)
                .subscribers(Replica.effectsIn(database, topic))
                .build()
                .withRelay()
                .withConsumer()) {
            int number = 0;
            for (int round = 1; round <= 4; round++) {
                try (Replica visitor = Replica.on(database, TestServers.kafka())
                        .service(service)
                        .subscribers(Replica.effectsIn(database, topic))
                        .build()
                        .withConsumer()) {
                    for (int i = 0; i < 10; i++) {
                        number++;
                        for (UUID journey : journeys) {
                            visitor.send(topic, journey, number);
                        }
                    }
                }
            }
            awaitEffects(16L * number);
            int last = number;
            journeys.forEach(journey -> assertThat(database.effectsOf(journey)).isEqualTo(oneTo(last)));
        }
    }

    @Test
    void what_is_sent_again_after_newer_events_has_no_second_effect() {
        UUID journey = UUID.randomUUID();
        try (Replica replica = replica(Replica.effectsIn(database, topic))) {
            List<RecordedEvent> events = IntStream.rangeClosed(1, 4)
                    .mapToObj(number -> replica.send(topic, journey, number))
                    .toList();
            replica.topics.ensure(List.of(topic.name));
            // As relays leave it on the topic that die before they delete, or wake after another took over.
            publish(replica, events.get(0), events.get(1), events.get(2));
            replica.withConsumer();
            awaitEffects(3);
            publish(replica, events.get(1), events.get(2));
            publish(replica, events.get(0), events.get(3));
            await().atMost(Replica.PATIENCE).until(() -> replica.counted("journey.events.duplicates") == 3);
            awaitEffects(4);
        }
        assertThat(database.effectsOf(journey)).isEqualTo(oneTo(4));
    }

    @Test
    void each_of_two_topics_keeps_its_order_whichever_comes_first() {
        TestTopic other = new TestTopic();
        UUID journey = UUID.randomUUID();
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        try (Replica replica = replica(
                EventHandlers.on(topic.packed, event -> calls.add("orders " + event.sequence())),
                EventHandlers.on(other.packed, event -> calls.add("promises " + event.sequence())))) {
            RecordedEvent placed = replica.send(topic, journey, 1);
            RecordedEvent made = replica.send(other, journey, 2);
            RecordedEvent confirmed = replica.send(topic, journey, 3);
            RecordedEvent kept = replica.send(other, journey, 4);
            replica.topics.ensure(List.of(topic.name, other.name));
            publish(replica, made, kept);
            replica.withConsumer();
            await().atMost(Replica.PATIENCE).until(() -> calls.size() == 2);
            publish(replica, placed, confirmed);
            await().atMost(Replica.PATIENCE).until(() -> calls.size() == 4);
            assertThat(replica.deadLetters.list(0, 10)).isEmpty();
        }
        assertThat(calls).containsExactly("promises 2", "promises 4", "orders 1", "orders 3");
    }

    private static void publish(Replica replica, RecordedEvent... events) {
        try (Producer<byte[], byte[]> producer = replica.kafka.producer()) {
            for (RecordedEvent event : events) {
                producer.send(event.toRecord("/test"));
            }
        }
    }

    @Test
    void a_new_service_reads_everything_that_was_ever_published() {
        UUID journey = UUID.randomUUID();
        try (Replica publisher = replica(event -> {}).withRelay()) {
            publisher.send(topic, journey, 1, 3);
            publisher.awaitEmptyOutbox();
        }
        try (Replica newcomer = replica(Replica.effectsIn(database, topic)).withConsumer()) {
            awaitEffects(3);
            assertThat(newcomer.counted("journey.events.consumed")).isEqualTo(3);
        }
    }

    @Test
    void events_between_two_subscribers_keep_the_order_of_their_journey() {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        EventConsumer packing = recording(topic, calls, true);
        EventConsumer sending = recording(topic, calls, false);
        Subscriptions subscriptions = new Subscriptions(List.of(packing, sending), List.of());
        subscriptions.apply(List.of(
                fact(topic.packed, one, 1),
                fact(topic.packed, two, 1),
                fact(topic.sent, two, 2),
                fact(topic.packed, two, 3),
                fact(topic.sent, one, 2)));

        assertThat(calls.indexOf("packed " + two + " 1")).isLessThan(calls.indexOf("sent " + two + " 2"));
        assertThat(calls.indexOf("sent " + two + " 2")).isLessThan(calls.indexOf("packed " + two + " 3"));
        assertThat(calls.indexOf("packed " + one + " 1")).isLessThan(calls.indexOf("sent " + one + " 2"));
        assertThat(calls).hasSize(5);
    }

    @Test
    void a_loop_that_does_not_come_round_is_stuck_and_one_that_was_stopped_is_not() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        UUID journey = UUID.randomUUID();
        try (Replica replica = replica(Replica.effectsIn(database, topic, event -> awaitLatch(hangs)))
                .withRelay()
                .withConsumer()) {
            Heartbeat heartbeat = replica.consumers().get(0).loop().heartbeat();
            replica.send(topic, journey, 1);
            await().atMost(Replica.PATIENCE).until(() -> heartbeat.isStuck(java.time.Duration.ofSeconds(2)));
            assertThat(heartbeat.isStuck(Heartbeat.SILENCE_MAX)).isFalse();
            hangs.countDown();
            awaitEffects(1);
            await().atMost(Replica.PATIENCE).until(() -> !heartbeat.isStuck(java.time.Duration.ofSeconds(2)));
            replica.stopConsumers();
            await().atMost(Replica.PATIENCE).until(() -> !heartbeat.isRunning());
            assertThat(heartbeat.isStuck(java.time.Duration.ZERO)).isFalse();
        }
        Heartbeat died = new Heartbeat("died");
        Thread thread = new Thread(died::started);
        thread.start();
        thread.join();
        assertThat(died.isStuck(Heartbeat.SILENCE_MAX)).isTrue();
    }

    private static EventConsumer recording(TestTopic topic, List<String> calls, boolean packing) {
        return packing
                ? EventHandlers.on(
                        topic.packed,
                        event -> calls.add(
                                "packed " + event.key() + " " + event.data().number()))
                : EventHandlers.on(
                        topic.sent,
                        event -> calls.add(
                                "sent " + event.key() + " " + event.data().number()));
    }

    private static InboundRecord fact(io.orderjourney.contracts.EventType<Parcel> type, UUID journey, int number) {
        RawRecord raw = new RawRecord(type.topic(), 0, 0, CloudEvents.bytes(journey.toString()), null, List.of());
        return new InboundRecord.Fact(
                raw,
                new ReceivedEvent<>(
                        type,
                        UUID.randomUUID(),
                        "/test",
                        java.time.Instant.now(),
                        journey.toString(),
                        journey,
                        number,
                        Parcel.number(number),
                        null,
                        null));
    }

    private Replica replica(EventConsumer... subscribers) {
        return Replica.on(database, TestServers.kafka())
                .subscribers(subscribers)
                .build();
    }

    private Replica replica(java.util.function.Consumer<ReceivedEvent<Parcel>> handler) {
        return replica(EventHandlers.on(topic.packed, handler));
    }

    private void awaitEffects(long count) {
        await().atMost(Replica.PATIENCE).until(() -> database.number("select count(*) from effect") >= count);
        assertThat(database.number("select count(*) from effect")).isEqualTo(count);
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
