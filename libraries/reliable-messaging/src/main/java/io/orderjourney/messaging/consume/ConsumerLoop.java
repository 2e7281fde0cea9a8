package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.Topics;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.Failures;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.deadletters.RejectedEvent;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.Backoff;
import io.orderjourney.messaging.loops.BatchSize;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One loop of a service's consumer group: polls, lets the {@link BatchIngest} apply the batch in one transaction, and only then
 * commits the offsets. The database is the truth and the only fence: a batch that comes again, to this or to another process,
 * is recognised by its event ids.
 *
 * <p>What a poll brings is applied in batches, each a transaction of a size that adapts to the time it takes. A failure that
 * passes by itself is retried in place; a lasting one halves the batch until the record that causes it stands alone and becomes
 * a dead letter.
 */
public class ConsumerLoop {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final int FIRST_BATCH = 64;
    private static final Duration POLL = Duration.ofMillis(500);

    /** A lasting failure may still be a conflict with a person's change at the same moment, so it gets a few chances. */
    private static final int ATTEMPTS_MAX = 3;

    private final KafkaClients kafka;
    private final Subscriptions subscriptions;
    private final EventReader reader;
    private final BatchIngest ingest;
    private final Topics topics;
    private final BackgroundLoop loop = new BackgroundLoop("event-consumer", this::round, this::close);
    private final Backoff retryPause = new Backoff();
    private final BatchSize batchSize = new BatchSize(FIRST_BATCH, KafkaClients.POLL_RECORDS_MAX);
    private final Rereading rereading;
    private final Set<TopicPartition> lost = new HashSet<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable RecreatedTopics recreatedTopics;
    private final Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>();
    private boolean committing;

    /**
     * @param clock for the times kept with what was received
     */
    public ConsumerLoop(
            KafkaClients kafka,
            DataSource dataSource,
            Transactions transactions,
            Subscriptions subscriptions,
            InstantSource clock,
            Topics topics,
            MessagingMetrics metrics) {
        this(kafka, subscriptions, new BatchIngest(dataSource, transactions, subscriptions, clock, metrics), topics);
    }

    public ConsumerLoop(KafkaClients kafka, Subscriptions subscriptions, BatchIngest ingest, Topics topics) {
        this.kafka = kafka;
        this.subscriptions = subscriptions;
        this.reader = new EventReader(subscriptions);
        this.ingest = ingest;
        this.topics = topics;
        this.rereading = new Rereading(kafka.readFrom());
    }

    public BackgroundLoop loop() {
        return loop;
    }

    /** Ends the loop after the batch in work; what was not committed comes again. */
    public void stop() {
        loop.requestStop();
        Consumer<byte[], byte[]> polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
    }

    private void round() {
        try {
            Consumer<byte[], byte[]> open = consumer;
            consume(open == null ? open() : open);
        } catch (WakeupException e) {
            LOG.debug("Woken up to stop");
        }
    }

    private Consumer<byte[], byte[]> open() {
        topics.ensure(subscriptions.topics());
        recreatedTopics = new RecreatedTopics(kafka, subscriptions.topics());
        Consumer<byte[], byte[]> opened = kafka.consumer();
        consumer = opened;
        settled.clear();
        committing = false;
        opened.subscribe(subscriptions.topics(), new Rebalances(opened));
        return opened;
    }

    /** After a failure the next round begins again at the last committed offsets. */
    private void close() {
        Consumer<byte[], byte[]> open = consumer;
        RecreatedTopics watch = recreatedTopics;
        consumer = null;
        recreatedTopics = null;
        topics.forget();
        if (watch != null) {
            watch.close();
        }
        if (open != null) {
            open.close();
        }
    }

    private void consume(Consumer<byte[], byte[]> opened) {
        if (recreatedTopics != null) {
            rereadFromStart(recreatedTopics.recreated(), opened);
        }
        ConsumerRecords<byte[], byte[]> records = opened.poll(POLL);
        if (!records.isEmpty()) {
            List<InboundRecord> batch = new ArrayList<>(records.count());
            for (ConsumerRecord<byte[], byte[]> record : records) {
                batch.add(reader.read(RawRecord.of(record)));
            }
            lost.clear();
            if (settleAll(batch, opened)) {
                settled.putAll(records.nextOffsets());
                settled.keySet().removeAll(lost);
            }
        }
        commitSettled(opened);
        retryPause.reset();
    }

    /**
     * Offsets that Kafka refuses are committed again in the next round: perhaps no later batch comes that would bring it along. The offsets
     * are our own, since a consumer that is checking its positions after a change of leader would commit none. One commit at a
     * time, so that a repeated one cannot set back what a later one said.
     */
    private void commitSettled(Consumer<byte[], byte[]> opened) {
        settled.keySet().retainAll(opened.assignment());
        if (!settled.isEmpty() && !committing) {
            committing = true;
            Map<TopicPartition, OffsetAndMetadata> offsets = Map.copyOf(settled);
            settled.clear();
            opened.commitAsync(offsets, (committed, refused) -> {
                committing = false;
                if (refused != null) {
                    offsets.forEach(settled::putIfAbsent);
                }
            });
        }
    }

    private void rereadFromStart(Set<String> recreatedTopics, Consumer<byte[], byte[]> opened) {
        List<TopicPartition> recreated = opened.assignment().stream()
                .filter(partition -> recreatedTopics.contains(partition.topic()))
                .toList();
        if (!recreated.isEmpty()) {
            LOG.warnf("Topics were recreated and are read from the start: %s", recreated);
            opened.seekToBeginning(recreated);
            recreated.forEach(settled::remove);
        }
    }

    /** Returns false if the service stops before all is done: then no offset may be committed. */
    private boolean settleAll(List<InboundRecord> records, Consumer<byte[], byte[]> opened) {
        int settledCount = 0;
        while (settledCount < records.size()) {
            int next = Math.min(records.size(), settledCount + batchSize.get());
            if (!settle(records.subList(settledCount, next), opened)) {
                return false;
            }
            settledCount = next;
        }
        return true;
    }

    private boolean settle(List<InboundRecord> batch, Consumer<byte[], byte[]> opened) {
        List<InboundRecord> ours = batch.stream().filter(this::isStillOurs).toList();
        if (ours.isEmpty() || loop.isStopping()) {
            return ours.isEmpty();
        }
        Throwable failure = retried(() -> ingestTimed(ours), opened);
        if (failure == null) {
            return true;
        }
        if (ours.size() == 1) {
            settleAlone(ours.get(0), failure, opened);
            return true;
        }
        int half = ours.size() / 2;
        return settle(ours.subList(0, half), opened) && settle(ours.subList(half, ours.size()), opened);
    }

    private void ingestTimed(List<InboundRecord> batch) {
        long startedNanos = System.nanoTime();
        try {
            ingest.ingest(batch);
        } finally {
            batchSize.took(batch.size(), Duration.ofNanos(System.nanoTime() - startedNanos));
        }
    }

    private void settleAlone(InboundRecord record, Throwable firstFailure, Consumer<byte[], byte[]> opened) {
        Throwable failure = firstFailure;
        for (int attempt = 2; attempt <= ATTEMPTS_MAX; attempt++) {
            keepAlive(retryPause.next(), opened);
            Throwable again = retried(() -> ingest.ingest(List.of(record)), opened);
            if (again == null) {
                return;
            }
            failure = again;
        }
        LOG.errorf(
                Failures.withoutMessage(failure),
                "%s-%d offset %d is dead-lettered",
                record.raw().topic(),
                record.raw().partition(),
                record.raw().offset());
        Reason reason = failure instanceof RejectedEvent rejected ? rejected.reason() : Reason.PROCESSING_FAILED;
        String detail = Failures.redacted(failure);
        Throwable unsaved = retried(() -> ingest.deadLetter(record, reason, detail, ATTEMPTS_MAX), opened);
        if (unsaved != null) {
            throw new IllegalStateException("A dead letter could not be written", unsaved);
        }
    }

    /** Tries until it works or fails for good; null if it worked. Stops early, with nothing done, if the service stops. */
    private @Nullable Throwable retried(Runnable work, Consumer<byte[], byte[]> opened) {
        while (true) {
            loop.heartbeat().beat();
            try {
                work.run();
                return null;
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                if (!Failures.isTransient(e)) {
                    return e;
                }
                LOG.warnf("The batch is tried again in a moment: %s", Failures.redacted(e));
                if (loop.isStopping()) {
                    throw new WakeupException();
                }
                keepAlive(retryPause.next(), opened);
            }
        }
    }

    /** Waits, and keeps polling with everything paused, so that the group does not take this consumer for dead. */
    private void keepAlive(Duration pause, Consumer<byte[], byte[]> opened) {
        opened.pause(opened.assignment());
        ConsumerRecords<byte[], byte[]> unwanted = opened.poll(pause);
        for (TopicPartition partition : unwanted.partitions()) {
            // Partitions that came to us in this very poll: they are read again from here when the batch in work is
            // done.
            opened.seek(partition, unwanted.records(partition).get(0).offset());
        }
        opened.resume(opened.assignment());
    }

    /** A partition that went to another consumer is read there again from the committed offset. */
    private boolean isStillOurs(InboundRecord record) {
        return !lost.contains(
                new TopicPartition(record.raw().topic(), record.raw().partition()));
    }

    private final class Rebalances implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> opened;

        private Rebalances(Consumer<byte[], byte[]> opened) {
            this.opened = opened;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            rereading.assigned(partitions, opened);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            lost.addAll(partitions);
        }
    }
}
