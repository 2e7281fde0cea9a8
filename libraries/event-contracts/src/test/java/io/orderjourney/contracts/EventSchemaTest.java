package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.orderjourney.contracts.orders.ConfirmationCallLogged;
import io.orderjourney.contracts.testing.EventSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/contracts/schemas");

    static List<EventType<?>> types() {
        return EventTypes.all();
    }

    @Test
    void every_type_has_a_schema_and_every_schema_has_a_type() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EventTypes.all().stream()
                            .map(type -> type.wireName() + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void schema_and_record_say_the_same(EventType<?> type) {
        assertThat(SchemaAgainstRecord.differences(EventSchema.of(type).tree(), type.dataType()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_itself_valid_and_names_its_type(EventType<?> type) {
        JsonNode schema = EventSchema.of(type).tree();
        Schema schemaOfSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(schemaOfSchemas.validate(schema)).isEmpty();
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo("urn:order-journey:event:" + type.wireName());
        assertThat(schema.path("title").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everything_in_a_schema_is_explained_and_every_definition_is_used(EventType<?> type) {
        JsonNode schema = EventSchema.of(type).tree();
        assertThat(unexplained(schema)).isEmpty();
        Set<String> defined = new TreeSet<>();
        schema.path("$defs").fieldNames().forEachRemaining(defined::add);
        assertThat(schema.findValuesAsText("$ref").stream()
                        .map(ref -> ref.substring("#/$defs/".length()))
                        .collect(Collectors.toSet()))
                .isEqualTo(defined);
    }

    /** Each file stands alone, so that one file is all that another system has to fetch: the copies must not drift. */
    @Test
    void a_definition_is_the_same_in_every_schema() {
        Map<String, JsonNode> known = new HashMap<>();
        for (EventType<?> type : EventTypes.all()) {
            EventSchema.of(type)
                    .tree()
                    .path("$defs")
                    .properties()
                    .forEach(definition -> assertThat(
                                    known.computeIfAbsent(definition.getKey(), name -> definition.getValue()))
                            .as("%s in %s", definition.getKey(), type)
                            .isEqualTo(definition.getValue()));
        }
        assertThat(known).containsKeys("Money", "Desk", "PromiseKind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    field-not-in-record.json | : fields: schema [attempt, callAgainAt, calledAt, calledBy, mood, outcome]
                    field-not-in-schema.json | : fields: schema [attempt, callAgainAt, calledAt, outcome], record
                    optional-field-required.json | : required fields: schema [attempt, callAgainAt, calledAt, calledBy, outcome]
                    required-field-optional.json | : required fields: schema [attempt, calledAt, outcome], record
                    other-type.json | /attempt: type: schema string, record integer
                    other-format.json | /calledAt: format: schema date, record date-time
                    value-missing.json | /outcome: values: schema [CALL_LATER, REACHED], record
                    closed-list.json | /outcome: the list of values must be open
                    closed-object.json | : must stay open for fields that are added later
                    dangling-reference.json | /outcome: #/$defs/Outcome leads nowhere
                    """)
    void a_schema_that_differs_is_found(String planted, String difference) throws IOException {
        JsonNode schema = ContractJson.mapper()
                .readTree(Path.of("src/test/resources/planted", planted).toFile());
        assertThat(SchemaAgainstRecord.differences(schema, ConfirmationCallLogged.class))
                .anySatisfy(found -> assertThat(found).startsWith(difference));
    }

    @Test
    void a_schema_without_an_explanation_is_found() throws IOException {
        JsonNode schema = ContractJson.mapper()
                .readTree(Path.of("src/test/resources/planted/unexplained.json").toFile());
        assertThat(unexplained(schema)).containsExactly("/properties/calledBy");
    }

    private static List<String> unexplained(JsonNode schema) {
        List<String> places = new ArrayList<>();
        collectUnexplained("", schema, places);
        schema.path("$defs")
                .properties()
                .forEach(it -> collectUnexplained("/$defs/" + it.getKey(), it.getValue(), places));
        return places;
    }

    private static void collectUnexplained(String at, JsonNode schema, List<String> places) {
        if (schema.path("description").asText().isBlank()) {
            places.add(at);
        }
        schema.path("properties")
                .properties()
                .forEach(it -> collectUnexplained(at + "/properties/" + it.getKey(), it.getValue(), places));
        int choice = 0;
        for (JsonNode one : schema.path("anyOf")) {
            collectUnexplained(at + "/anyOf/" + choice++, one, places);
        }
    }
}
