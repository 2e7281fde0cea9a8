package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.consume.BatchIngest;
import io.orderjourney.messaging.consume.EventReader;
import io.orderjourney.messaging.consume.InboundRecord;
import io.orderjourney.messaging.consume.RecordReplay;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.DeadLetter.Status;
import io.orderjourney.messaging.deadletters.DeadLetters;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.testservers.TestServers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private final TestTopic topic = new TestTopic();
    private final UUID poisoned = UUID.randomUUID();
    private final UUID healthy = UUID.randomUUID();
    private final AtomicBoolean bug = new AtomicBoolean(true);
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Set<Integer> holding = ConcurrentHashMap.newKeySet();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private TestDatabase database;
    private Replica replica;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        replica = Replica.on(database, TestServers.kafka())
                .subscribers(Replica.effectsIn(database, topic, event -> {
                    waitWhileHeld(event.journeyId(), event.data().number());
                    if (bug.get()
                            && event.data().number() == 2
                            && event.journeyId().equals(poisoned)) {
                        throw new IllegalStateException("customer Jan Nowak");
                    }
                }))
                .build()
                .withRelay()
                .withConsumer();
    }

    @AfterEach
    void close() {
        background.shutdownNow();
        replica.close();
        database.close();
    }

    @Test
    void a_poisoned_journey_waits_in_order_and_never_stops_the_others() {
        poison(5);

        assertThat(database.effectsOf(poisoned)).containsExactly(1);
        assertThat(database.effectsOf(healthy)).isEqualTo(oneTo(5));
        List<DeadLetter> letters = replica.deadLetters.list(0, 10);
        assertThat(letters)
                .extracting(DeadLetter::reason)
                .containsExactly(
                        Reason.PROCESSING_FAILED,
                        Reason.BEHIND_DEAD_LETTER,
                        Reason.BEHIND_DEAD_LETTER,
                        Reason.BEHIND_DEAD_LETTER);
        assertThat(letters).allSatisfy(letter -> assertThat(letter.journeyId()).isEqualTo(poisoned));
        assertThat(letters.get(0).attempts()).isEqualTo(3);
        assertThat(letters.get(0).detail()).contains("IllegalStateException").doesNotContain("Nowak");
        assertThat(replica.backlog.blockedCount()).isEqualTo(3);
        assertThat(replica.backlog.deadLetterCount()).isEqualTo(1);
        assertThat(replica.deadLetters.list(letters.get(1).id(), 1)).containsExactly(letters.get(2));
    }

    @Test
    void a_redrive_brings_the_journey_back_in_order_with_the_same_event_ids() {
        poison(5);
        DeadLetter head = replica.deadLetters.list(0, 1).get(0);
        bug.set(false);

        DeadLetters.Redrive redrive = replica.deadLetters.redrive(head.id(), "olga");

        assertThat(redrive).isEqualTo(new DeadLetters.Redrive(4, null, null));
        assertThat(database.effectsOf(poisoned)).isEqualTo(oneTo(5));
        assertThat(database.strings("select event_id from effect where journey_id = '" + poisoned + "' order by id"))
                .isEqualTo(replica.log.of(poisoned).stream()
                        .map(event -> event.id().toString())
                        .toList());
        DeadLetter.Content settled = replica.deadLetters.show(head.id()).orElseThrow();
        assertThat(settled.letter().status()).isEqualTo(Status.APPLIED);
        assertThat(settled.letter().settledBy()).isEqualTo("olga");
        assertThat(settled.actions()).extracting(DeadLetter.Action::actor).containsExactly("olga");

        replica.send(topic, poisoned, 6);
        awaitEffects(poisoned, 6);
        assertThat(replica.backlog.blockedCount()).isZero();
    }

    @Test
    void a_redrive_that_is_repeated_has_no_second_effect() throws Exception {
        poison(5);
        long head = replica.deadLetters.list(0, 1).get(0).id();
        bug.set(false);
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        List<Future<DeadLetters.Redrive>> redrives = IntStream.range(0, 4)
                .mapToObj(i -> clerks.submit(() -> replica.deadLetters.redrive(head, "clerk " + i)))
                .toList();
        int applied = 0;
        for (Future<DeadLetters.Redrive> redrive : redrives) {
            applied += redrive.get(30, TimeUnit.SECONDS).applied();
        }
        clerks.shutdown();

        assertThat(applied).isEqualTo(4);
        assertThat(replica.deadLetters.redriveJourney(poisoned, "olga").applied())
                .isZero();
        assertThat(database.effectsOf(poisoned)).isEqualTo(oneTo(5));
    }

    @Test
    void a_redrive_that_fails_again_changes_nothing_but_the_count() {
        poison(3);
        DeadLetter head = replica.deadLetters.list(0, 1).get(0);

        DeadLetters.Redrive redrive = replica.deadLetters.redriveJourney(poisoned, "olga");

        assertThat(redrive.applied()).isZero();
        assertThat(redrive.stoppedBy()).isEqualTo(head.id());
        DeadLetter.Content still = replica.deadLetters.show(head.id()).orElseThrow();
        assertThat(still.letter().status()).isEqualTo(Status.WAITING);
        assertThat(still.letter().attempts()).isEqualTo(4);
        assertThat(still.actions()).hasSize(1);
        assertThat(database.effectsOf(poisoned)).containsExactly(1);
    }

    @Test
    void discarding_needs_a_reason_and_lets_the_journey_go_on() {
        poison(4);
        DeadLetter head = replica.deadLetters.list(0, 1).get(0);
        assertThatThrownBy(() -> replica.deadLetters.discard(head.id(), " ", "olga"))
                .isInstanceOf(IllegalArgumentException.class);

        replica.deadLetters.discard(head.id(), "the parcel was packed twice by mistake", "olga");

        assertThat(database.effectsOf(poisoned)).containsExactly(1, 3, 4);
        DeadLetter discarded = replica.deadLetters.show(head.id()).orElseThrow().letter();
        assertThat(discarded.status()).isEqualTo(Status.DISCARDED);
        assertThat(discarded.settledBecause()).contains("packed twice");
        assertThatThrownBy(() -> replica.deadLetters.discard(head.id(), "again", "olga"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(replica.deadLetters.redrive(head.id(), "olga").applied()).isZero();
    }

    @Test
    void a_journey_whose_discard_was_interrupted_is_still_seen_by_a_person() {
        poison(4);
        DeadLetter head = replica.deadLetters.list(0, 1).get(0);
        AtomicInteger transactions = new AtomicInteger();
        DeadLetters dying = new DeadLetters(
                database.dataSource,
                new Transactions() {
                    @Override
                    public <T> T call(Supplier<T> work) {
                        if (transactions.incrementAndGet() > 1) {
                            throw new IllegalStateException("the process died");
                        }
                        return TestDatabase.TRANSACTIONS.call(work);
                    }
                },
                new RecordReplay(database.dataSource, replica.subscriptions, Clock.systemUTC()),
                Clock.systemUTC());
        assertThatThrownBy(() -> dying.discard(head.id(), "packed twice", "olga"))
                .hasMessage("the process died");

        // Nothing is in front of the first of those that waited behind it: only a person can bring it on its way.
        assertThat(replica.backlog.deadLetterCount()).isEqualTo(1);
        assertThat(replica.backlog.blockedCount()).isEqualTo(1);
        replica.deadLetters.redrive(replica.deadLetters.list(0, 1).get(0).id(), "olga");
        assertThat(database.effectsOf(poisoned)).containsExactly(1, 3, 4);
        assertThat(replica.backlog.deadLetterCount()).isZero();
    }

    @Test
    void events_that_arrive_during_a_redrive_keep_their_place() throws Exception {
        poison(5);
        bug.set(false);
        BatchIngest ingest = new BatchIngest(
                database.dataSource,
                TestDatabase.TRANSACTIONS,
                replica.subscriptions,
                Clock.systemUTC(),
                replica.metrics);
        CountDownLatch goesOn = hold(healthy, 6);
        // Number 6 is put behind the tail in a transaction that the other journey's event keeps open.
        Future<?> arriving = background.submit(() -> ingest.ingest(List.of(inbound(poisoned, 6), inbound(healthy, 6))));
        await().atMost(Replica.PATIENCE).until(() -> holding.contains(6));

        Future<?> redrive = background.submit(() -> replica.deadLetters.redriveJourney(poisoned, "olga"));
        awaitDoneOrWaiting(redrive);
        goesOn.countDown();
        arriving.get(30, TimeUnit.SECONDS);
        redrive.get(30, TimeUnit.SECONDS);

        assertThat(database.effectsOf(poisoned)).isEqualTo(oneTo(6));
        assertThat(replica.backlog.blockedCount() + replica.backlog.deadLetterCount())
                .isZero();
        assertThat(database.number("select count(*) from quarantine")).isZero();
    }

    @Test
    void a_letter_that_does_not_exist_is_said_to_be_missing() {
        assertThat(replica.deadLetters.show(4711)).isEmpty();
        assertThatThrownBy(() -> replica.deadLetters.redrive(4711, "olga"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Keeps the handler inside this event until the latch is released. */
    private CountDownLatch hold(UUID journey, int number) {
        CountDownLatch latch = new CountDownLatch(1);
        held.put(journey + " " + number, latch);
        return latch;
    }

    private void waitWhileHeld(UUID journey, int number) {
        CountDownLatch latch = held.get(journey + " " + number);
        if (latch == null) {
            return;
        }
        holding.add(number);
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitDoneOrWaiting(Future<?> work) {
        await().atMost(Replica.PATIENCE).until(() -> work.isDone() || somebodyWaitsForALock());
    }

    private boolean somebodyWaitsForALock() {
        return database.number("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                > 0;
    }

    private InboundRecord inbound(UUID journey, int number) {
        ProducerRecord<byte[], byte[]> sent = new RecordedEvent(
                        0,
                        UUID.randomUUID(),
                        journey,
                        number,
                        topic.packed.wireName(),
                        topic.name,
                        Instant.now(),
                        "test",
                        null,
                        null,
                        null,
                        "{\"number\":" + number + ",\"note\":\"late\"}")
                .toRecord("/test");
        List<DeadLetter.Header> headers = new ArrayList<>();
        sent.headers().forEach(header -> headers.add(new DeadLetter.Header(header.key(), header.value())));
        return new EventReader(replica.subscriptions)
                .read(new RawRecord(topic.name, 0, 1_000 + number, sent.key(), sent.value(), headers));
    }

    /** Sends last events to both journeys; number 2 of the poisoned one fails. */
    private void poison(int last) {
        for (int number = 1; number <= last; number++) {
            replica.send(topic, poisoned, number);
            replica.send(topic, healthy, number);
        }
        awaitEffects(healthy, last);
        await().atMost(Replica.PATIENCE)
                .until(() -> replica.deadLetters.list(0, 100).size() == last - 1);
    }

    private void awaitEffects(UUID journey, int count) {
        await().atMost(Replica.PATIENCE).until(() -> database.effectsOf(journey).size() == count);
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
