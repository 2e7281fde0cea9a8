package io.orderjourney.credit.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.uuid.Generators;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.testing.AllowedSender;
import io.orderjourney.testservers.TopicTail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The real broker as other systems use it: a plain producer and a plain consumer. */
final class Broker implements AutoCloseable {

    /** A fact as somebody outside reads it. */
    record PublishedFact(String type, String source, String key, long sequence, byte[] data) {}

    private final KafkaProducer<byte[], byte[]> producer;

    Broker(String servers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Says a fact of a journey. */
    <T> void say(String source, EventType<T> type, UUID journeyId, T data, Instant at) {
        ProducerRecord<byte[], byte[]> fact = record(type.topic(), journeyId, json(data), source, type.wireName(), at);
        fact.headers().add("ce_correlationid", bytes(journeyId.toString()));
        fact.headers().add("ce_sequence", bytes("1"));
        send(fact);
    }

    /** Reports something as a partner does: the key is what the contract of the topic says. */
    <T> void report(String source, EventType<T> type, Object key, T data, Instant at) {
        raw(type.topic(), key, json(data), source, type.wireName(), at);
    }

    private static byte[] json(Object data) {
        try {
            return ContractJson.mapper().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends bytes as they are, signed by the bank. */
    void raw(String topic, Object key, byte[] data, String source, String type, Instant at) {
        ProducerRecord<byte[], byte[]> record = record(topic, key, data, source, type, at);
        AllowedSender.sign(
                record,
                EventTypes.byWireName(type).orElseThrow(),
                setting -> setting.equals("journey.partners.bank.webhook-secret") ? BankServer.SECRET : null);
        send(record);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, Object key, byte[] data, String source, String type, Instant at) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key.toString()), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Generators.timeBasedEpochGenerator().generate().toString(),
                        "ce_source",
                        source,
                        "ce_type",
                        type,
                        "ce_time",
                        at.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** Everything about one journey on a topic so far. */
    List<PublishedFact> about(UUID journeyId, String topic) {
        return TopicTail.of(topic).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(journeyId.toString()))
                .map(record -> new PublishedFact(
                        header(record, "ce_type"),
                        header(record, "ce_source"),
                        journeyId.toString(),
                        Long.parseLong(header(record, "ce_sequence")),
                        record.value()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "0" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
