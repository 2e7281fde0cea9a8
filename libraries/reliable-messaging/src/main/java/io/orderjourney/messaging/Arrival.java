package io.orderjourney.messaging;

import io.orderjourney.contracts.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record from Kafka turned out to be. */
sealed interface Arrival {

    RawRecord raw();

    /** A fact that somebody here acts on. */
    record Fact(RawRecord raw, ReceivedEvent<?> event) implements Arrival {

        /** What has to stay in order: the journey; without one, what the key means on its topic. */
        String orderingKey() {
            UUID journey = event.journey();
            return journey != null ? journey.toString() : raw.topic() + ':' + event.key();
        }
    }

    /** A value of a compacted topic; null is a tombstone. A revision of 0 means that the source does not count. */
    record State(
            RawRecord raw,
            EventType<?> type,
            String key,
            long revision,
            @Nullable Object value) implements Arrival {}

    /** It can never be applied as it is. The envelope is there if that much could be read. */
    record Rejected(
            RawRecord raw,
            DeadLetter.Reason reason,
            String detail,
            @Nullable Envelope envelope) implements Arrival {}

    /** Nobody here acts on it. */
    record Ignored(RawRecord raw) implements Arrival {}

    /** Who it is, where its data could not be read. */
    record Envelope(UUID eventId, String type, @Nullable UUID journey, String orderingKey) {}
}
