package io.orderjourney.messaging.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be applied, or that waits behind one of its journey.
 *
 * @param detail what was wrong; it never repeats what the record said
 * @param eventId null if the record had no usable envelope
 * @param orderingKey what waits behind it: the journey, or topic and key; null: nothing does
 * @param attempts how often applying it was tried
 * @param settledBecause why it was discarded
 */
public record DeadLetter(
        long id,
        Status status,
        Reason reason,
        String detail,
        String topic,
        int partition,
        long offset,
        @Nullable UUID eventId,
        @Nullable String type,
        @Nullable UUID journeyId,
        @Nullable String orderingKey,
        Instant receivedAt,
        int attempts,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String settledBecause) {

    /** What became of it. */
    public enum Status {
        WAITING,
        APPLIED,
        /** The same event had been applied from another delivery. */
        ALREADY_APPLIED,
        DISCARDED
    }

    /** Why it is here. */
    public enum Reason {
        /** The data is not JSON, or not the JSON that the type says. */
        MALFORMED,
        /** A CloudEvents header is missing or makes no sense, or the key is not the journey. */
        ENVELOPE_INVALID,
        /** Too large, too many headers or nested too deeply. */
        LIMIT_EXCEEDED,
        /** A newer version of a type that this service acts on. */
        SCHEMA_UNSUPPORTED,
        /** Its source is none that tells this type, or its signature is not that of its source. */
        NOT_AUTHORISED,
        /** The event is fine, acting on it failed every time. */
        PROCESSING_FAILED,
        /** Nothing is wrong with it: an earlier event of its journey is a dead letter. */
        BEHIND_DEAD_LETTER;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Reason ofWireName(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * The letter with the record as it came from Kafka, byte for byte, and what was done with it.
     *
     * @param value null for a tombstone
     */
    public record Content(
            DeadLetter letter,
            List<Header> headers,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<Action> actions) {}

    /** One Kafka header. */
    public record Header(String name, byte @Nullable [] value) {}

    /** Somebody did something with a dead letter. */
    public record Action(String action, String outcome, String actor, Instant takenAt) {}
}
