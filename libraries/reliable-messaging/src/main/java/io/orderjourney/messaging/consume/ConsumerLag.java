package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.PendingWork;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Records on the topics that this service has not processed yet. They count as due work. */
public class ConsumerLag implements PendingWork, AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final KafkaClients kafka;
    private final Set<String> topics;
    private final Map<String, List<TopicPartition>> partitions = new HashMap<>();
    private @Nullable Admin admin;

    public ConsumerLag(KafkaClients kafka, Subscriptions subscriptions) {
        this.kafka = kafka;
        this.topics = subscriptions.topics();
    }

    /**
     * How far the group is.
     *
     * @param records behind the committed offsets
     * @param committed the sum of the committed offsets: it grows with every commit
     */
    public record Look(long records, long committed) {

        private static final Look NOTHING = new Look(0, 0);
    }

    @Override
    public long due(Instant now) {
        return look().records();
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return null;
    }

    /** Where the topics of a service ended at some moment. */
    public record Ends(Map<TopicPartition, Long> offsets) {}

    /** Where the topics of this service end now. */
    public synchronized Ends ends() {
        findPartitions();
        return new Ends(
                offsets(partitions.values().stream().flatMap(List::stream).toList(), OffsetSpec.latest()));
    }

    /** Whether this service, all its replicas together, has processed all that lay before these ends. */
    public synchronized boolean isConsumed(Ends ends) {
        Map<TopicPartition, Long> seen = committed();
        Map<TopicPartition, Long> behind = new HashMap<>(ends.offsets());
        behind.entrySet().removeIf(end -> end.getValue() <= seen.getOrDefault(end.getKey(), 0L));
        if (behind.isEmpty()) {
            return true;
        }
        // What the broker has deleted meanwhile nobody can consume any more.
        Map<TopicPartition, Long> beginnings = offsets(behind.keySet(), OffsetSpec.earliest());
        return behind.entrySet().stream().allMatch(end -> end.getValue() <= beginnings.getOrDefault(end.getKey(), 0L));
    }

    /** After a failure the topics are looked up again: perhaps one is gone. */
    public synchronized Look look() {
        if (topics.isEmpty()) {
            return Look.NOTHING;
        }
        try {
            return ask();
        } catch (RuntimeException e) {
            partitions.clear();
            throw e;
        }
    }

    /** In the usual case, when all is consumed, the broker is asked two questions. */
    private Look ask() {
        findPartitions();
        List<TopicPartition> all =
                partitions.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return Look.NOTHING;
        }
        Map<TopicPartition, Long> behind = offsets(all, OffsetSpec.latest());
        Map<TopicPartition, Long> seen = committed();
        long committed = seen.values().stream().mapToLong(Long::longValue).sum();
        behind.entrySet().removeIf(end -> end.getValue() <= seen.getOrDefault(end.getKey(), 0L));
        if (behind.isEmpty()) {
            return new Look(0, committed);
        }
        // What the broker has deleted meanwhile nobody can consume any more.
        Map<TopicPartition, Long> beginnings = offsets(behind.keySet(), OffsetSpec.earliest());
        long unconsumed = 0;
        for (Map.Entry<TopicPartition, Long> end : behind.entrySet()) {
            long from = Math.max(beginnings.getOrDefault(end.getKey(), 0L), seen.getOrDefault(end.getKey(), 0L));
            unconsumed += Math.max(0, end.getValue() - from);
        }
        return new Look(unconsumed, committed);
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        answer(open().listConsumerGroupOffsets(kafka.group()).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        of.forEach(partition -> wanted.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(open().listOffsets(wanted).all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** How many partitions a topic has never changes, so each is asked about until it is there, and then no more. */
    private void findPartitions() {
        Set<String> unknown = new HashSet<>(topics);
        unknown.removeAll(partitions.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        open().describeTopics(unknown).topicNameValues().forEach((topic, description) -> {
            try {
                partitions.put(
                        topic,
                        answer(description).partitions().stream()
                                .map(one -> new TopicPartition(topic, one.partition()))
                                .toList());
            } catch (UnknownTopicOrPartitionException e) {
                // Nobody has published on it yet, so nothing lies there.
            }
        });
    }

    private Admin open() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(kafka.connection());
            admin = open;
        }
        return open;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("The broker could not say what was consumed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The broker did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
