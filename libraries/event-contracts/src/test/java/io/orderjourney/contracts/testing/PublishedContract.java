package io.orderjourney.contracts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.ContractReader;
import io.orderjourney.contracts.ContractViolation;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a producer's tests ask of every event before it leaves: {@code PublishedContract.check(ceType, value)}. Stricter
 * than what consumers demand, as a sender should be: a field that the contract does not know is refused here.
 */
public final class PublishedContract {

    private PublishedContract() {}

    /** @throws AssertionError if nobody ever agreed on this wire name, or as {@link #check(EventType, byte[])} */
    public static void check(String wireName, byte[] json) {
        check(
                EventTypes.byWireName(wireName)
                        .orElseThrow(() -> new AssertionError("No event type has the wire name " + wireName)),
                json);
    }

    /** @throws AssertionError if the data breaks the type's schema, cannot be read by a consumer or says more than agreed */
    public static void check(EventType<?> type, byte[] json) {
        JsonNode published = parse(type, json);
        List<String> flaws = EventSchema.of(type).flawsOf(published);
        if (!flaws.isEmpty()) {
            throw new AssertionError(type + " breaks its schema:\n  " + String.join("\n  ", flaws) + "\n" + published);
        }
        JsonNode understood = parse(type, write(read(type, json)));
        if (!understood.equals(published)) {
            throw new AssertionError(type + " says something else than what a consumer understands:\n  published  "
                    + published + "\n  understood " + understood);
        }
    }

    private static byte[] write(Object data) {
        try {
            return ContractJson.mapper().writeValueAsBytes(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(EventType<?> type, byte[] json) {
        try {
            return ContractReader.read(type, json);
        } catch (ContractViolation e) {
            throw new AssertionError(type + " cannot be read by its consumers: " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(EventType<?> type, byte[] json) {
        try {
            return ContractJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(type + " is not JSON", e);
        }
    }
}
