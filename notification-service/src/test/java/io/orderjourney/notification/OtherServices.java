package io.orderjourney.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks for the other services: publishes their events as they would. */
final class OtherServices implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Integer> sequences = new HashMap<>();

    OtherServices(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    <T> UUID publish(EventType<T> type, String source, UUID journeyId, T data, Instant time) {
        UUID id = UUID.randomUUID();
        publish(type, source, journeyId.toString(), data, time, id);
        return id;
    }

    <T> void publish(EventType<T> type, String source, String key, T data, Instant time, UUID id) {
        publish(type, source, key, data, time, id, List.of());
    }

    /** As a part of a trace. */
    <T> void publishTraced(EventType<T> type, String source, UUID journeyId, T data, Instant time, String trace) {
        publish(
                type,
                source,
                journeyId.toString(),
                data,
                time,
                UUID.randomUUID(),
                List.of(header("traceparent", trace)));
    }

    private <T> void publish(
            EventType<T> type, String source, String key, T data, Instant time, UUID id, List<Header> more) {
        int sequence = sequences.merge(source + key, 1, Integer::sum);
        List<Header> headers = new ArrayList<>(more);
        headers.addAll(List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", id.toString()),
                header("ce_source", source),
                header("ce_type", type.wireName()),
                header("ce_time", time.toString()),
                header("ce_subject", key),
                header("ce_sequence", Integer.toString(sequence)),
                header("ce_correlationid", key),
                header("content-type", "application/json")));
        try {
            byte[] value = ContractJson.mapper().writeValueAsBytes(data);
            producer.send(new ProducerRecord<>(type.topic(), null, key, value, headers))
                    .get();
        } catch (JsonProcessingException | ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
