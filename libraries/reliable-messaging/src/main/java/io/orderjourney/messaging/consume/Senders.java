package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.RecordSignature;
import io.orderjourney.contracts.TopicAccess;
import io.orderjourney.messaging.CloudEvents;
import io.orderjourney.messaging.deadletters.RawRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a record may say what it says: its source must be one that tells this type, and what comes from outside the four
 * services is signed by its source. The broker keeps strangers away from a topic; this keeps those who may write there to their
 * own words.
 */
public final class Senders {

    /** Takes a record from whoever sent it: for topics of which the contract says nothing. */
    public static final Senders ANYBODY = new Senders(null);

    private final @Nullable Map<String, RecordSignature> signatures;

    private Senders(@Nullable Map<String, RecordSignature> signatures) {
        this.signatures = signatures;
    }

    /**
     * Takes what {@link TopicAccess} allows.
     *
     * @param secrets by source, such as {@code /partners/bank}; a source without one is refused
     */
    public static Senders known(Map<String, String> secrets) {
        Map<String, RecordSignature> signatures = new HashMap<>();
        secrets.forEach((source, secret) -> signatures.put(source, RecordSignature.of(secret)));
        return new Senders(Map.copyOf(signatures));
    }

    /** What is wrong with who says this; null if nothing is. */
    @Nullable
    String objection(RawRecord raw, String source, EventType<?> type) {
        if (signatures == null) {
            return null;
        }
        if (!TopicAccess.mayTell(source, type)) {
            return "the source does not tell this type";
        }
        if (!TopicAccess.isSigned(type)) {
            return null;
        }
        RecordSignature signature = signatures.get(source);
        if (signature == null) {
            return "no secret was agreed with the source";
        }
        String timestamp = raw.header(RecordSignature.TIMESTAMP);
        String given = raw.header(RecordSignature.SIGNATURE);
        if (timestamp == null || given == null || !timestamp.matches("[0-9]{1,11}")) {
            return "the record is not signed";
        }
        return signature.isGood(signed(raw, source, type), timestamp, given) ? null : "the signature is not good";
    }

    private static RecordSignature.Signed signed(RawRecord raw, String source, EventType<?> type) {
        byte[] data = raw.value();
        return new RecordSignature.Signed(
                raw.topic(),
                text(raw, CloudEvents.ID),
                type.wireName(),
                source,
                text(raw, CloudEvents.TIME),
                raw.keyText(),
                data == null ? new byte[0] : data);
    }

    private static String text(RawRecord raw, String header) {
        String text = raw.header(header);
        return text == null ? "" : text;
    }
}
