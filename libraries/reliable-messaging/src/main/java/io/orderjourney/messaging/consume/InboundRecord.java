package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.Envelope;
import io.orderjourney.messaging.deadletters.RawRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record from Kafka after reading it. */
public sealed interface InboundRecord {

    RawRecord raw();

    /** Null if the record has none, or none that could be read. */
    default @Nullable Envelope envelope() {
        return null;
    }

    /** An event that this service acts on. */
    record Fact(RawRecord raw, ReceivedEvent<?> event) implements InboundRecord {

        /** What has to stay in order: the journey; without one, what the key means on its topic. */
        public String orderingKey() {
            UUID journey = event.journey();
            return journey != null ? journey.toString() : raw.topic() + ':' + event.key();
        }

        @Override
        public Envelope envelope() {
            return new Envelope(event.id(), event.type().wireName(), event.journey(), orderingKey());
        }
    }

    /** A value of a compacted topic; null is a tombstone. A revision of 0 means that the source does not count. */
    record State(
            RawRecord raw,
            EventType<?> type,
            String key,
            long revision,
            @Nullable Object value) implements InboundRecord {}

    /** It can never be applied as it is. The envelope is there if that much could be read. */
    record Rejected(
            RawRecord raw,
            DeadLetter.Reason reason,
            String detail,
            @Nullable Envelope envelope) implements InboundRecord {}

    /** This service does not act on its type. */
    record Ignored(RawRecord raw) implements InboundRecord {}
}
