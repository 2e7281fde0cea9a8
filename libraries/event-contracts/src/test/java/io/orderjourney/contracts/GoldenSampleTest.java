package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.testing.EventSchema;
import io.orderjourney.contracts.testing.GoldenSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenSampleTest {

    static List<EventType<?>> types() {
        return EventTypes.all();
    }

    static List<GoldenSample<?>> samples() {
        return GoldenSample.allOf(EventTypes.all());
    }

    @Test
    void every_sample_belongs_to_a_type() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/contracts/samples"))) {
            assertThat(files.map(file -> "samples/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            samples().stream().map(GoldenSample::toString).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_valid(GoldenSample<?> sample) {
        assertThat(EventSchema.of(sample.type()).flawsOf(sample.tree())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_record_reads_a_sample_and_writes_the_same_again(GoldenSample<?> sample) throws IOException {
        byte[] written = ContractJson.mapper().writeValueAsBytes(sample.data());
        assertThat(ContractJson.mapper().readTree(written)).isEqualTo(sample.tree());
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_full_sample_shows_every_optional_field_and_the_minimal_one_none(EventType<?> type) {
        Places full = Places.of(GoldenSample.of(type).tree(), type.dataType());
        assertThat(full.optionalPresent()).isEqualTo(full.optionalKnown());
        assertThat(GoldenSample.minimalOf(type).isPresent())
                .as("there is a minimal sample")
                .isEqualTo(!full.optionalKnown().isEmpty());
        GoldenSample.minimalOf(type)
                .ifPresent(minimal -> assertThat(
                                Places.of(minimal.tree(), type.dataType()).optionalPresent())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_field_added_later_is_tolerated_at_every_level(GoldenSample<?> sample) {
        JsonNode newer = sample.tree();
        for (String object : Places.of(newer, sample.type().dataType()).objects()) {
            ((ObjectNode) newer.at(object)).putObject("addedLater").put("x", 1);
        }
        assertThat(EventSchema.of(sample.type()).flawsOf(newer)).isEmpty();
        Object read = ContractReader.read(sample.type(), bytes(newer));
        assertThat(read).isEqualTo(sample.data());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_required_field_that_is_missing_is_refused_at_every_level(GoldenSample<?> sample) {
        for (String required :
                Places.of(sample.tree(), sample.type().dataType()).required()) {
            for (JsonNode without : List.of(
                    Places.changed(sample.tree(), required, value -> null),
                    Places.changed(sample.tree(), required, value -> NullNode.getInstance()))) {
                assertThat(EventSchema.of(sample.type()).flawsOf(without))
                        .as(required)
                        .isNotEmpty();
                assertRefused(sample, without, required, " is missing");
            }
        }
    }

    /** Other systems may live with a value that they do not know; a service of ours must not guess what it means. */
    @ParameterizedTest
    @MethodSource("samples")
    void a_value_added_to_a_list_later_is_valid_but_not_understood_here(GoldenSample<?> sample) {
        for (String place : Places.of(sample.tree(), sample.type().dataType()).enums()) {
            JsonNode newer = Places.changed(sample.tree(), place, value -> TextNode.valueOf("ADDED_LATER"));
            assertThat(EventSchema.of(sample.type()).flawsOf(newer)).as(place).isEmpty();
            assertRefused(sample, newer, place, " is none of the values known here");
        }
    }

    /** The place is told as exactly as can be without repeating the key of a map. */
    private static void assertRefused(GoldenSample<?> sample, JsonNode data, String place, String what) {
        ContractViolation refused =
                catchThrowableOfType(ContractViolation.class, () -> ContractReader.read(sample.type(), bytes(data)));
        assertThat(refused).as(place).isNotNull();
        assertThat(place).startsWith(refused.pointer());
        assertThat(refused).hasMessageEndingWith(place.substring(place.lastIndexOf('/')) + what);
    }

    @ParameterizedTest
    @CsvSource({
        "sample-field-missing.json, ' required'",
        "sample-wrong-format.json, /placedAt format",
        "sample-wrong-number.json, /lines/0/quantity minimum",
        "sample-wrong-value.json, /payment pattern"
    })
    void a_bad_sample_is_found(String planted, String flaw) throws IOException {
        JsonNode sample = ContractJson.mapper()
                .readTree(Path.of("src/test/resources/planted", planted).toFile());
        assertThat(EventSchema.of(EventTypes.ORDER_PLACED).flawsOf(sample))
                .anySatisfy(found -> assertThat(found).startsWith(flaw));
    }

    @Test
    void a_sample_that_says_more_than_the_record_is_found() throws IOException {
        byte[] planted = Files.readAllBytes(Path.of("src/test/resources/planted/sample-says-more.json"));
        OrderPlaced read = ContractReader.read(EventTypes.ORDER_PLACED, planted);
        assertThat(ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsBytes(read)))
                .isNotEqualTo(ContractJson.mapper().readTree(planted));
    }

    static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }
}
