package io.orderjourney.journeytests.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The public topics, read as another system would read them. */
public final class Topics {

    private static final List<String> FACTS = List.of("orders", "credit", "fulfillment", "promises", "notices");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Topics() {}

    /** One event of a journey. */
    public record Event(String id, String source, String type, String time, long sequence, JsonNode data) {}

    /** All events of a journey that are on the topics now, copies left out, in the order of time. */
    public static List<Event> of(String bootstrapServers, String journeyId) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = FACTS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (journeyId.equals(record.key())
                            && events.stream().noneMatch(known -> known.id().equals(header(record, "ce_id")))) {
                        events.add(event(record));
                    }
                });
            }
            events.sort(Comparator.comparing(Event::time));
            return events;
        }
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        try {
            return new Event(
                    header(record, "ce_id"),
                    header(record, "ce_source"),
                    header(record, "ce_type"),
                    header(record, "ce_time"),
                    Long.parseLong(header(record, "ce_sequence")),
                    JSON.readTree(record.value()));
        } catch (IOException broken) {
            throw new UncheckedIOException("An event on " + record.topic() + " is not JSON", broken);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("An event on " + record.topic() + " has no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
