package io.orderjourney.testservers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies on a topic of {@link TestServers#kafka()}, as an outsider sees it; each record is read once, however often one asks. */
public final class TopicTail {

    private static final Map<String, TopicTail> TAILS = new ConcurrentHashMap<>();

    private final String topic;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestServers.kafka(), "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());

    private TopicTail(String topic) {
        this.topic = topic;
    }

    /** Everything from the topic's beginning to its present end, in the order of each partition; nothing if there is no such topic. */
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return TAILS.computeIfAbsent(topic, TopicTail::new).read();
    }

    private synchronized List<ConsumerRecord<byte[], byte[]>> read() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList());
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return List.copyOf(records);
    }
}
