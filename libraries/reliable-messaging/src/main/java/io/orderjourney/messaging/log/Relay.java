package io.orderjourney.messaging.log;

import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.messaging.Topics;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.state.StateOutbox;
import io.orderjourney.messaging.state.StateReader;
import io.orderjourney.messaging.state.StateSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes what the outbox holds, in order within each partition, and deletes exactly what the broker has acknowledged.
 *
 * <p>A crash at any point leads to publishing again from the oldest row that is still there. So each relay's stream of a
 * journey has no gap, and two streams of one journey (a relay that was thought dead goes on) together contain the first
 * occurrence of each event in order; repeats are dropped by the consumers' inboxes. After any failed send the producer is
 * closed before anything later can overtake, and the outbox is read again.
 */
public class Relay {

    /** Bounds of what one pass holds in memory. */
    public static final int PASS_COUNT_MAX = 500;

    public static final long PASS_BYTES_MAX = 4L * 1024 * 1024;
    private static final int PASS_STATES_MAX = 200;

    private static final long SAFETY_POLL_MILLIS = 1_000;

    private final Outbox outbox;
    private final StateOutbox stateOutbox;
    private final PartitionLeases partitions;
    private final RelayWakeUp wakeUp;
    private final StateReader states;
    private final RecordSender sender;
    private final Topics topics;
    private final String source;
    private final MessagingMetrics metrics;
    private final BackgroundLoop loop = new BackgroundLoop("relay", this::round, this::startOver);
    private final Quarantine quarantine = new Quarantine();
    private int published;

    /**
     * @param source the {@code ce_source} of everything this service publishes, e.g. {@code /order-service}
     * @param producers opens a producer with acks=all and idempotence; asked again after each failure
     */
    public Relay(
            DataSource dataSource,
            Transactions transactions,
            InstantSource clock,
            RelayWakeUp wakeUp,
            List<? extends StateSource> stateSources,
            Supplier<? extends Producer<byte[], byte[]>> producers,
            Topics topics,
            String source,
            MessagingMetrics metrics) {
        this.outbox = new Outbox(dataSource);
        this.stateOutbox = new StateOutbox(dataSource);
        this.partitions = new PartitionLeases(dataSource, wakeUp);
        this.wakeUp = wakeUp;
        this.states = new StateReader(stateSources, transactions, clock, source);
        this.sender = new RecordSender(producers);
        this.topics = topics;
        this.source = source;
        this.metrics = metrics;
    }

    /** The relay itself, and beside it the loop that keeps the leases of partitions and listens to the other replicas. */
    public List<BackgroundLoop> loops() {
        return List.of(partitions.loop(), loop);
    }

    /** The partitions that this replica publishes now, as bits. */
    public int partitionsHeld() {
        return partitions.held();
    }

    /** Ends both loops soon; what is not published yet stays in the outbox. */
    public void stop() {
        loop.requestStop();
        partitions.loop().requestStop();
        wakeUp.wake(RelayWakeUp.ALL_PARTITIONS);
    }

    private void round() throws InterruptedException {
        int woken = wakeUp.take();
        announcePartitionsOfOthers(woken);
        boolean expectsSomething = woken != 0 || published > 0;
        published = partitions.pass(held -> pass(held, expectsSomething));
        if (published == 0) {
            wakeUp.await(untilSafetyPoll());
        }
    }

    /** After any failure the producer is closed before anything later can overtake, and the outbox is read again. */
    private void startOver() {
        sender.close();
        topics.forget();
    }

    private void announcePartitionsOfOthers(int woken) {
        int others = woken & ~partitions.held();
        if (others != 0) {
            outbox.announce(others);
        }
    }

    /** Between one and two seconds, so that replicas do not ask in step. Only a test of the wake-ups has another. */
    protected Duration untilSafetyPoll() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SAFETY_POLL_MILLIS, 2 * SAFETY_POLL_MILLIS));
    }

    /** One look at the outbox. Returns how many records the broker acknowledged. */
    private int pass(int heldPartitions, boolean expectsSomething) {
        List<Integer> held = new ArrayList<>();
        for (int partition = 0; partition < RelayWakeUp.PARTITIONS; partition++) {
            if ((heldPartitions & (1 << partition)) != 0) {
                held.add(partition);
            }
        }
        if (held.isEmpty() || (!expectsSomething && !outbox.holdsAnything(held))) {
            return 0;
        }
        return publishFacts(held) + publishStates(held);
    }

    /** Publishes the oldest facts of these partitions, whoever owns them: a wrong owner costs repeats, never the order. */
    public int publishFacts(List<Integer> held) {
        List<Outbox.Waiting> batch =
                outbox.oldest(held, PASS_COUNT_MAX, PASS_BYTES_MAX, quarantine.journeys(), quarantine.topics());
        if (batch.isEmpty()) {
            return 0;
        }
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(batch.size());
        batch.forEach(waiting -> records.add(waiting.event().toRecord(source)));
        RecordSender.Outcome outcome = send(records);
        List<Outbox.Waiting> published = acknowledgedPrefixOfEachJourney(batch, outcome.acknowledged());
        outbox.delete(published);
        metrics.published(published.size());
        if (outcome.failure() != null) {
            quarantine.after(batch.get(outcome.failedIndex()).event(), outcome.failure());
            throw new IllegalStateException("The broker did not take everything", outcome.failure());
        }
        return published.size();
    }

    /** Publishes the oldest changed states of these partitions, whoever owns them: a wrong owner costs repeats too. */
    public int publishStates(List<Integer> held) {
        List<StateOutbox.Waiting> batch = stateOutbox.oldest(held, PASS_STATES_MAX, quarantine.topics());
        if (batch.isEmpty()) {
            return 0;
        }
        List<ProducerRecord<byte[], byte[]>> records;
        try {
            records = states.read(batch);
        } catch (StateReader.Unreadable e) {
            quarantine.quarantineTopic(e.topic(), e);
            return 0;
        }
        RecordSender.Outcome outcome = send(records);
        int settled = stateOutbox.settle(batch, outcome.acknowledged());
        metrics.published(numberOf(outcome.acknowledged()));
        if (outcome.failure() != null) {
            quarantine.after(batch.get(outcome.failedIndex()), outcome.failure());
            throw new IllegalStateException("The broker did not take everything", outcome.failure());
        }
        // With every key held by somebody, the next pass need not be at once: who holds them wakes the relay.
        return settled;
    }

    private static int numberOf(boolean[] acknowledged) {
        int number = 0;
        for (boolean one : acknowledged) {
            number += one ? 1 : 0;
        }
        return number;
    }

    private RecordSender.Outcome send(List<ProducerRecord<byte[], byte[]>> records) {
        beforeSend();
        topics.ensure(records.stream().map(ProducerRecord::topic).distinct().toList());
        RecordSender.Outcome outcome = sender.send(records);
        afterBrokerAck();
        return outcome;
    }

    /** A later event must not be forgotten as published while an earlier one of its journey may be missing. */
    private static List<Outbox.Waiting> acknowledgedPrefixOfEachJourney(
            List<Outbox.Waiting> batch, boolean[] acknowledged) {
        List<Outbox.Waiting> prefix = new ArrayList<>(batch.size());
        Set<UUID> broken = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            UUID journey = batch.get(i).event().journeyId();
            if (!acknowledged[i]) {
                broken.add(journey);
            } else if (!broken.contains(journey)) {
                prefix.add(batch.get(i));
            }
        }
        return prefix;
    }

    /** The moment before a batch leaves: a place for crash tests, and nothing else. */
    protected void beforeSend() {}

    /** The moment after the broker has answered and before the rows are deleted: a place for crash tests, and nothing else. */
    protected void afterBrokerAck() {}
}
