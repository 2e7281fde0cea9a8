package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.ContractReader;
import io.orderjourney.contracts.ContractViolation;
import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.CloudEvents;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.Envelope;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.deadletters.RejectedEvent;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.state.StateConsumer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads records without trusting them. Any bytes become an {@link InboundRecord}, never an exception, so that no
 * record can stop a partition.
 */
public final class EventReader {

    /** The data's own limit, and as much again for key and headers would be absurd: 32 kB are plenty. */
    public static final int RECORD_BYTES_MAX = JourneyLog.DATA_BYTES_MAX + 32 * 1024;

    private static final int HEADERS_MAX = 64;
    private static final int TEXT_MAX = 255;
    private static final Pattern VERSION = Pattern.compile("(.+)\\.v([1-9][0-9]{0,8})");

    private final Subscriptions subscriptions;
    private final Senders senders;

    public EventReader(Subscriptions subscriptions) {
        this(subscriptions, subscriptions.senders());
    }

    /** With another opinion of who may say what. */
    public EventReader(Subscriptions subscriptions, Senders senders) {
        this.subscriptions = subscriptions;
        this.senders = senders;
    }

    public InboundRecord read(RawRecord raw) {
        Envelope[] known = new Envelope[1];
        try {
            return read(raw, known);
        } catch (RejectedEvent e) {
            return new InboundRecord.Rejected(raw, e.reason(), String.valueOf(e.getMessage()), known[0]);
        } catch (RuntimeException | StackOverflowError e) {
            // A record class may throw anything from its constructor.
            return new InboundRecord.Rejected(
                    raw, Reason.MALFORMED, e.getClass().getSimpleName(), known[0]);
        }
    }

    private InboundRecord read(RawRecord raw, @Nullable Envelope[] known) {
        if (raw.bytes() > RECORD_BYTES_MAX || raw.headers().size() > HEADERS_MAX) {
            throw new RejectedEvent(
                    Reason.LIMIT_EXCEEDED,
                    raw.bytes() + " bytes and " + raw.headers().size() + " headers");
        }
        StateConsumer<?> keeper = subscriptions.stateConsumerOf(raw.topic());
        if (keeper != null && raw.value() == null) {
            requireSender(raw, keeper.type());
            return new InboundRecord.State(raw, keeper.type(), raw.keyText(), sequence(raw), null);
        }
        String wireName = required(raw, CloudEvents.TYPE);
        EventType<?> type = subscriptions.type(wireName);
        if (type == null && !isNewerVersionOfAKnownType(wireName)) {
            return new InboundRecord.Ignored(raw);
        }
        ReceivedEvent<?> envelope = envelope(raw, wireName);
        if (type != null) {
            // Before anything of its journey: a stranger's record must not make a journey wait.
            requireSender(raw, type);
        }
        if (keeper == null) {
            known[0] = new Envelope(
                    envelope.id(), wireName, envelope.journey(), new InboundRecord.Fact(raw, envelope).orderingKey());
        }
        if (type == null) {
            throw new RejectedEvent(Reason.SCHEMA_UNSUPPORTED, "this service knows an older version of the type");
        }
        if (!type.topic().equals(raw.topic())) {
            known[0] = null;
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, "the type does not belong on this topic");
        }
        Object data = data(raw, type);
        return keeper != null
                ? new InboundRecord.State(raw, type, raw.keyText(), envelope.sequence(), data)
                : new InboundRecord.Fact(raw, fact(type, envelope, data));
    }

    private void requireSender(RawRecord raw, EventType<?> type) {
        String objection = senders.objection(raw, required(raw, CloudEvents.SOURCE), type);
        if (objection != null) {
            throw new RejectedEvent(Reason.NOT_AUTHORISED, objection);
        }
    }

    private static ReceivedEvent<?> envelope(RawRecord raw, String wireName) {
        if (!required(raw, CloudEvents.SPEC_VERSION).startsWith("1.")) {
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, CloudEvents.SPEC_VERSION + " is not 1.x");
        }
        String source = required(raw, CloudEvents.SOURCE);
        UUID id = id(source, required(raw, CloudEvents.ID));
        Instant time = time(required(raw, CloudEvents.TIME));
        UUID journey = uuid(raw, CloudEvents.CORRELATION_ID);
        String key = raw.keyText();
        if (journey != null && !journey.toString().equals(key)) {
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, "the key is not the journey id");
        }
        UUID causation = uuid(raw, CloudEvents.CAUSATION_ID);
        EventType<String> nameOnly = new EventType<>(wireName, topicOf(wireName), String.class);
        return new ReceivedEvent<>(
                nameOnly,
                id,
                source,
                time,
                key,
                journey,
                sequence(raw),
                "",
                causation,
                raw.header(CloudEvents.TRACEPARENT));
    }

    private static String topicOf(String wireName) {
        return wireName.substring(0, Math.max(0, wireName.indexOf('.')));
    }

    @SuppressWarnings("unchecked") // The data was read as the type's own class.
    private static <T> ReceivedEvent<T> fact(EventType<T> type, ReceivedEvent<?> envelope, Object data) {
        return new ReceivedEvent<>(
                type,
                envelope.id(),
                envelope.source(),
                envelope.time(),
                envelope.key(),
                envelope.journey(),
                envelope.sequence(),
                (T) data,
                envelope.causationId(),
                envelope.traceparent());
    }

    private static Object data(RawRecord raw, EventType<?> type) {
        if (raw.value() == null || raw.value().length == 0) {
            throw new RejectedEvent(Reason.MALFORMED, "no data");
        }
        try {
            return ContractReader.read(type, raw.value());
        } catch (ContractViolation e) {
            throw new RejectedEvent(
                    e.limitExceeded() ? Reason.LIMIT_EXCEEDED : Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private boolean isNewerVersionOfAKnownType(String wireName) {
        Matcher newer = VERSION.matcher(wireName);
        return newer.matches() && subscriptions.knowsOlderThan(newer.group(1), Integer.parseInt(newer.group(2)));
    }

    private static String required(RawRecord raw, String header) {
        String value = raw.header(header);
        if (value == null || value.isBlank() || value.length() > TEXT_MAX || value.indexOf('\0') >= 0) {
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, header + " is missing or not usable");
        }
        return value;
    }

    /** Ours are UUIDs. A partner's id may be any text; it is unique within its source, and so is what is made of both. */
    private static UUID id(String source, String text) {
        UUID id = uuid(text);
        return id != null ? id : UUID.nameUUIDFromBytes(CloudEvents.bytes(source + ' ' + text));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, CloudEvents.TIME + " is not an RFC 3339 time");
        }
    }

    private static @Nullable UUID uuid(RawRecord raw, String header) {
        String text = raw.header(header);
        if (text == null) {
            return null;
        }
        UUID uuid = uuid(text);
        if (uuid == null) {
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, header + " is not a UUID");
        }
        return uuid;
    }

    /** Only the canonical form: {@link UUID#fromString} would take "1-1-1-1-1" too. */
    private static @Nullable UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long sequence(RawRecord raw) {
        String text = raw.header(CloudEvents.SEQUENCE);
        try {
            return text == null ? 0 : Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new RejectedEvent(Reason.ENVELOPE_INVALID, CloudEvents.SEQUENCE + " is not a number");
        }
    }
}
