package io.orderjourney.contracts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.orderjourney.contracts.EventType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The committed JSON Schema of one event type, with formats checked and not only noted. */
public final class EventSchema {

    private static final Map<EventType<?>, EventSchema> LOADED = new ConcurrentHashMap<>();

    private final JsonNode tree;
    private final Schema schema;

    /** A schema that is not one of the committed ones: tests of the checks plant some. */
    public EventSchema(JsonNode tree) {
        this.tree = tree;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree);
    }

    /** @throws AssertionError if the type has none */
    public static EventSchema of(EventType<?> type) {
        return LOADED.computeIfAbsent(
                type, it -> new EventSchema(ContractFiles.tree("schemas/" + it.wireName() + ".json")));
    }

    /** What is wrong with the data: a JSON Pointer and the broken rule each; empty for valid data. */
    public List<String> flawsOf(JsonNode data) {
        return schema
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword() + ": " + error.getMessage())
                .toList();
    }

    public JsonNode tree() {
        return tree;
    }
}
