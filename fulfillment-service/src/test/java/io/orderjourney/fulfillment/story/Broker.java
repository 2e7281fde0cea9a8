package io.orderjourney.fulfillment.story;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.testing.AllowedSender;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Publishes as the other services and as partners on the real broker. */
@Singleton
public class Broker {

    private final Producer<byte[], byte[]> producer;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.producer = new KafkaProducer<>(new HashMap<>(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** An event of another service about a journey; the answer is its id. */
    public <T> UUID publish(EventType<T> type, UUID journeyId, T data) {
        UUID id = UUID.randomUUID();
        send(type, id, journeyId.toString(), journeyId, json(data));
        return id;
    }

    /** The same delivery again: Kafka delivers at least once. */
    public <T> void repeat(UUID id, EventType<T> type, UUID journeyId, T data) {
        send(type, id, journeyId.toString(), journeyId, json(data));
    }

    /** What a partner reports on an inbound topic. */
    public <T> UUID report(EventType<T> type, String key, T data) {
        UUID id = UUID.randomUUID();
        send(type, id, key, null, json(data));
        return id;
    }

    /** The state of a key on a compacted topic. */
    public <T> void state(EventType<T> type, String key, T data) {
        send(type, UUID.randomUUID(), key, null, json(data));
    }

    /** The key is gone: a record without data. */
    public void tombstone(EventType<?> type, String key) {
        send(type, UUID.randomUUID(), key, null, null);
    }

    /** What somebody says with a signature of their own, if they have a secret; returns where it lies. */
    public <T> String reportFrom(String source, EventType<T> type, String key, T data) {
        return send(type, source, UUID.randomUUID(), key, null, json(data));
    }

    /** Anything at all as the data of a partner's report. */
    public void reportText(EventType<?> type, String key, String data) {
        send(type, UUID.randomUUID(), key, null, data.getBytes(StandardCharsets.UTF_8));
    }

    private void send(EventType<?> type, UUID id, String key, @Nullable UUID journeyId, byte @Nullable [] data) {
        send(type, AllowedSender.of(type, Broker::setting), id, key, journeyId, data);
    }

    private String send(
            EventType<?> type, String source, UUID id, String key, @Nullable UUID journeyId, byte @Nullable [] data) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(type.topic(), key.getBytes(StandardCharsets.UTF_8), data);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_source", source);
        header(record, "ce_type", type.wireName());
        header(record, "ce_time", Instant.now().toString());
        if (journeyId != null) {
            header(record, "ce_correlationid", journeyId.toString());
        }
        AllowedSender.sign(record, type, Broker::setting);
        try {
            RecordMetadata sent = producer.send(record).get();
            return sent.topic() + "/" + sent.partition() + "/" + sent.offset();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not take it", e);
        }
    }

    private static @Nullable String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] json(Object data) {
        try {
            return ContractJson.mapper().writeValueAsBytes(data);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
