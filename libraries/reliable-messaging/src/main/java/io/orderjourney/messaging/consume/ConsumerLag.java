package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.PendingWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Records on the topics that this service has not processed yet. They count as due work. */
public class ConsumerLag implements PendingWork, AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final KafkaClients kafka;
    private final Set<String> topics;
    private @Nullable Admin admin;

    public ConsumerLag(KafkaClients kafka, Subscriptions subscriptions) {
        this.kafka = kafka;
        this.topics = subscriptions.topics();
    }

    @Override
    public long due(Instant now) {
        return topics.isEmpty() ? 0 : count();
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return null;
    }

    /** Records behind the group's committed offsets. */
    private synchronized long count() {
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(open().listConsumerGroupOffsets(kafka.group()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> beginnings = offsets(OffsetSpec.earliest());
        long unconsumed = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata seen = committed.get(end.getKey());
            long from = beginnings.getOrDefault(end.getKey(), 0L);
            unconsumed += Math.max(0, end.getValue() - (seen == null ? from : Math.max(from, seen.offset())));
        }
        return unconsumed;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicPartition partition : partitions()) {
            wanted.put(partition, which);
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                answer(open().listOffsets(wanted).all());
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        open().describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                TopicDescription found = answer(description);
                found.partitions().forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
            } catch (UnknownTopicOrPartitionException e) {
                // Nobody has published on it yet, so nothing lies there.
            }
        });
        return partitions;
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
