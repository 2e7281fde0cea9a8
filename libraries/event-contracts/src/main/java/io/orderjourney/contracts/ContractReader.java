package io.orderjourney.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the data of one event strictly. What the record calls non-null is there, at every level; a number is a number and
 * not a text that looks like one; an unknown value of an enum is refused, because a service that does not know what a
 * colleague decided must not guess. Unknown fields are tolerated: within a version fields are added.
 *
 * <p>The consumer of reliable-messaging calls this for every record and sends what is refused to the dead letters, so a
 * handler gets either a whole record or nothing. Call it yourself only where you read event data without that consumer.
 */
public final class ContractReader {

    private static final ObjectReader TREES = ContractJson.mapper()
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Two systems may read two different facts from one record whose field is there twice.
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private ContractReader() {}

    /**
     * Reads the data of one event.
     *
     * @param json UTF-8 JSON. A tombstone of a compacted topic has no data: it is not read, it means "gone"
     * @throws ContractViolation whatever is wrong with the bytes; no other exception leaves this method
     */
    public static <T> T read(EventType<T> type, byte[] json) {
        JsonNode tree = parse(json);
        Flaw flaw = SHAPES.get(type.dataType()).flawOf(tree);
        if (flaw != null) {
            throw new ContractViolation(flaw.pointer(), flaw.what());
        }
        try {
            return ContractJson.mapper().treeToValue(tree, type.dataType());
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    // The causes are dropped on purpose: Jackson's messages quote the text that they stumbled on.

    private static JsonNode parse(byte[] json) {
        try {
            JsonNode tree = TREES.readValue(json);
            if (tree == null || tree.isMissingNode()) {
                throw new ContractViolation("", "is empty");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw ContractViolation.ofLimits("is nested too deeply or has a value that is too long");
        } catch (JsonProcessingException e) {
            throw new ContractViolation("", "is not one sound JSON value" + place(e));
        } catch (IOException e) {
            throw new ContractViolation("", "is not JSON in UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null || location.getByteOffset() < 0 ? "" : ", at byte " + location.getByteOffset();
    }

    /** What the shape cannot see: a date that no calendar has, a currency that does not exist. */
    private static ContractViolation refused(JsonProcessingException e) {
        String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (e instanceof ValueInstantiationException refused) {
            return new ContractViolation(
                    pointer, "is no valid " + refused.getType().getRawClass().getSimpleName());
        }
        return new ContractViolation(pointer, "has a value that does not exist");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                // A key of a map is not ours to repeat.
                .takeWhile(step -> !(step.getFrom() instanceof Map))
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
