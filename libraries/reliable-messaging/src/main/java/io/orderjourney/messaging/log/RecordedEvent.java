package io.orderjourney.messaging.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.CloudEvents;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the {@link JourneyLog} as it was recorded; it never changes.
 *
 * @param position place in the whole log; within one journey it grows with every commit
 * @param sequence 1, 2, 3 ... within the journey, without a gap
 * @param type the wire name
 * @param occurredAt business time
 * @param data JSON, exactly as it is published
 */
public record RecordedEvent(
        long position,
        UUID id,
        UUID journeyId,
        long sequence,
        String type,
        String topic,
        Instant occurredAt,
        String actor,
        @Nullable String reason,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        String data) {

    /** The record to publish: its key is the journey. */
    public ProducerRecord<byte[], byte[]> toRecord(String source) {
        String journey = journeyId.toString();
        ProducerRecord<byte[], byte[]> record =
                CloudEvents.record(topic, journey, source, id, type, occurredAt, sequence, CloudEvents.bytes(data));
        CloudEvents.put(record, CloudEvents.CORRELATION_ID, journey);
        CloudEvents.put(record, CloudEvents.CAUSATION_ID, causationId == null ? null : causationId.toString());
        CloudEvents.put(record, CloudEvents.TRACEPARENT, traceparent);
        return record;
    }

    /** @throws IllegalArgumentException if the event is of another type, or its data cannot be read as this type */
    public <T> T dataAs(EventType<T> expected) {
        if (!expected.wireName().equals(type)) {
            throw new IllegalArgumentException("Event " + id + " is a " + type + ", not a " + expected.wireName());
        }
        try {
            return ContractJson.mapper().readValue(data, expected.dataType());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event " + id + " does not hold a " + expected.wireName(), e);
        }
    }
}
