package io.orderjourney.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The names of the CloudEvents headers (binary mode), and how our own records are written with them. */
public final class CloudEvents {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String PARTITION_KEY = "ce_partitionkey";
    public static final String SEQUENCE = "ce_sequence";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    /**
     * One of our own records; without data it is a tombstone.
     *
     * @param source the service, e.g. {@code /order-service}
     * @param time business time
     * @param sequence counts for this key and source
     */
    public static ProducerRecord<byte[], byte[]> record(
            String topic,
            String key,
            String source,
            UUID id,
            String type,
            Instant time,
            long sequence,
            byte @Nullable [] data) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), data);
        put(record, SPEC_VERSION, "1.0");
        put(record, ID, id.toString());
        put(record, SOURCE, source);
        put(record, TYPE, type);
        put(record, TIME, time.truncatedTo(ChronoUnit.MICROS).toString());
        put(record, SUBJECT, key);
        put(record, PARTITION_KEY, key);
        put(record, SEQUENCE, Long.toString(sequence));
        put(record, CONTENT_TYPE, "application/json");
        return record;
    }

    /** Adds a header if there is a value. */
    public static void put(ProducerRecord<byte[], byte[]> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, bytes(value));
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
