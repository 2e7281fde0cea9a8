package io.orderjourney.stack.clock;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How many records the consumer groups have not committed yet, as the broker itself sees it. */
final class ConsumerLag implements AutoCloseable {

    /** @param total records not committed, over all groups
     * @param written records ever written to the topics that are read, so that two readings show whether anything moved */
    record Reading(long total, long written) {}

    private static final Duration ASSIGNMENTS_VALID = Duration.ofSeconds(1);

    private final Admin admin;
    private final Collection<String> groups;
    private Map<String, Set<TopicPartition>> assignments = Map.of();
    private long assignedAtNanos;

    ConsumerLag(String bootstrapServers, Collection<String> groups) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers,
                "client.id", "clock-driver",
                "request.timeout.ms", "5000",
                "default.api.timeout.ms", "10000"));
        this.groups = List.copyOf(groups);
    }

    /**
     * Asks the broker.
     *
     * @throws IllegalStateException when it does not answer
     */
    synchronized Reading read() {
        try {
            return measure();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Reading measure() throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get(10, TimeUnit.SECONDS);
        refreshAssignments();
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        assignments.values().forEach(partitions::addAll);
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        // A group that committed nothing yet starts at the first record that is still there, if any ever was.
        Set<TopicPartition> begun = notCommitted(committed);
        begun.removeIf(partition -> end.getOrDefault(partition, 0L) == 0);
        Map<TopicPartition, Long> first = offsets(begun, OffsetSpec.earliest());
        long lag = 0;
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> own = committed.getOrDefault(group, Map.of());
            for (TopicPartition partition : readBy(group, own)) {
                OffsetAndMetadata offset = own.get(partition);
                long at = offset == null ? first.getOrDefault(partition, 0L) : offset.offset();
                lag += Math.max(0, end.getOrDefault(partition, 0L) - at);
            }
        }
        return new Reading(lag, end.values().stream().mapToLong(Long::longValue).sum());
    }

    private Set<TopicPartition> readBy(String group, Map<TopicPartition, OffsetAndMetadata> committed) {
        Set<TopicPartition> reads = new HashSet<>(committed.keySet());
        reads.addAll(assignments.getOrDefault(group, Set.of()));
        return reads;
    }

    private Set<TopicPartition> notCommitted(Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        Set<TopicPartition> fresh = new HashSet<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> own = committed.getOrDefault(group, Map.of());
            readBy(group, own).stream()
                    .filter(partition -> own.get(partition) == null)
                    .forEach(fresh::add);
        }
        return fresh;
    }

    /** Who reads which partition changes only when a service starts or ends, so a moment's delay does no harm. */
    private void refreshAssignments() throws ExecutionException, InterruptedException, TimeoutException {
        if (assignments.isEmpty() || System.nanoTime() - assignedAtNanos > ASSIGNMENTS_VALID.toNanos()) {
            assignments = assigned();
            assignedAtNanos = System.nanoTime();
        }
    }

    private Map<String, Set<TopicPartition>> assigned()
            throws InterruptedException, TimeoutException, ExecutionException {
        Map<String, Set<TopicPartition>> assigned = new HashMap<>();
        for (var description :
                admin.describeConsumerGroups(groups).describedGroups().entrySet()) {
            try {
                ConsumerGroupDescription group = description.getValue().get(10, TimeUnit.SECONDS);
                assigned.put(
                        description.getKey(),
                        group.members().stream()
                                .flatMap(member -> member.assignment().topicPartitions().stream())
                                .collect(Collectors.toSet()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
        return assigned;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec)))
                .all()
                .get(10, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
