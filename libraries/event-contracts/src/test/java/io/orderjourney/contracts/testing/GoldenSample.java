package io.orderjourney.contracts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.ContractReader;
import io.orderjourney.contracts.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One committed example of an event's data: what a consumer is tested with. All samples tell of one order; where one
 * fact excludes another (the bank approves, the bank refuses), they tell both endings.
 */
public final class GoldenSample<T> {

    private final EventType<T> type;
    private final String file;

    private GoldenSample(EventType<T> type, String file) {
        this.type = type;
        this.file = file;
    }

    /** The sample with every optional field. */
    public static <T> GoldenSample<T> of(EventType<T> type) {
        return new GoldenSample<>(type, "samples/" + type.wireName() + ".json");
    }

    /** The sample without any optional field; empty if the type has none. */
    public static <T> Optional<GoldenSample<T>> minimalOf(EventType<T> type) {
        return Optional.of(new GoldenSample<>(type, "samples/" + type.wireName() + ".minimal.json"))
                .filter(sample -> ContractFiles.exists(sample.file));
    }

    /** All samples of all these types. */
    public static List<GoldenSample<?>> allOf(List<EventType<?>> types) {
        List<GoldenSample<?>> samples = new ArrayList<>();
        for (EventType<?> type : types) {
            samples.add(of(type));
            minimalOf(type).ifPresent(samples::add);
        }
        return List.copyOf(samples);
    }

    public EventType<T> type() {
        return type;
    }

    /** The bytes as a consumer gets them. */
    public byte[] json() {
        return ContractFiles.bytes(file);
    }

    /** The same as a tree. */
    public JsonNode tree() {
        return ContractFiles.tree(file);
    }

    /** The same as the record. */
    public T data() {
        return ContractReader.read(type, json());
    }

    @Override
    public String toString() {
        return file;
    }
}
