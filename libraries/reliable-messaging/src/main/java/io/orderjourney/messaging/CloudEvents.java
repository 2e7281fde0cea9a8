package io.orderjourney.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The names of the CloudEvents headers (binary mode), and how our own records are written with them. */
final class CloudEvents {

    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String TIME = "ce_time";
    static final String SUBJECT = "ce_subject";
    static final String PARTITION_KEY = "ce_partitionkey";
    static final String SEQUENCE = "ce_sequence";
    static final String CORRELATION_ID = "ce_correlationid";
    static final String CAUSATION_ID = "ce_causationid";
    static final String TRACEPARENT = "traceparent";
    static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    static ProducerRecord<byte[], byte[]> fact(String source, RecordedEvent event) {
        String journey = event.journeyId().toString();
        ProducerRecord<byte[], byte[]> fact = new ProducerRecord<>(event.topic(), bytes(journey), bytes(event.data()));
        required(fact.headers(), source, event.id(), event.type(), event.occurredAt(), journey, event.sequence());
        put(fact.headers(), CORRELATION_ID, journey);
        put(
                fact.headers(),
                CAUSATION_ID,
                event.causationId() == null ? null : event.causationId().toString());
        put(fact.headers(), TRACEPARENT, event.traceparent());
        return fact;
    }

    /**
     * A compacted topic's record; without data a tombstone. The revision is the sequence, and the id follows from it, so a
     * record that is sent twice has the same id.
     */
    static ProducerRecord<byte[], byte[]> state(
            String source, String type, Outbox.WaitingState state, Instant now, byte @Nullable [] data) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(state.topic(), bytes(state.key()), data);
        UUID id = UUID.nameUUIDFromBytes(
                bytes(source + ' ' + state.topic() + ' ' + state.key() + ' ' + state.revision()));
        required(record.headers(), source, id, type, now, state.key(), state.revision());
        return record;
    }

    /** What a partner would send: the key is what the contract of its topic says. */
    static ProducerRecord<byte[], byte[]> report(
            String source, String type, String topic, UUID id, Instant time, String key, String data) {
        ProducerRecord<byte[], byte[]> report = new ProducerRecord<>(topic, bytes(key), bytes(data));
        put(report.headers(), SPEC_VERSION, "1.0");
        put(report.headers(), ID, id.toString());
        put(report.headers(), SOURCE, source);
        put(report.headers(), TYPE, type);
        put(report.headers(), TIME, time.toString());
        return report;
    }

    private static void required(
            Headers headers, String source, UUID id, String type, Instant time, String key, long sequence) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id.toString());
        put(headers, SOURCE, source);
        put(headers, TYPE, type);
        put(headers, TIME, time.truncatedTo(ChronoUnit.MICROS).toString());
        put(headers, SUBJECT, key);
        put(headers, PARTITION_KEY, key);
        put(headers, SEQUENCE, Long.toString(sequence));
        put(headers, CONTENT_TYPE, "application/json");
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, bytes(value));
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
