package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final Map<String, String> PATTERNS = Map.of(
            "orderNumber", Identifiers.ORDER_NUMBER,
            "pickupPoint", Identifiers.PICKUP_POINT,
            "sku", Identifiers.SKU);

    @Test
    void case_I17_every_schema_has_the_one_definition_of_an_identifier() throws IOException {
        try (Stream<Path> schemas = Files.list(Path.of("src/main/resources/contracts/schemas"))) {
            for (Path schema : schemas.toList()) {
                JsonNode tree = ContractJson.mapper().readTree(schema.toFile());
                PATTERNS.forEach((field, pattern) -> definitionsOf(field, tree)
                        .forEach(definition -> assertThat(
                                        definition.path("pattern").asText())
                                .as("%s in %s", field, schema.getFileName())
                                .isEqualTo(pattern)));
            }
        }
    }

    private static List<JsonNode> definitionsOf(String field, JsonNode schema) {
        return schema.findValues(field).stream()
                .filter(node -> node.has("type"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A-100042", "WAW-CENTRUM", "9", "a.b_c-D"})
    void letters_digits_dots_underscores_and_dashes_make_a_code(String code) {
        assertThat(code).matches(Identifiers.CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-A", ".A", "A B", "A/B", "Ż1", "A\n"})
    void anything_else_makes_none(String code) {
        assertThat(code).doesNotMatch(Identifiers.CODE);
    }

    @Test
    void a_code_has_at_most_64_characters() {
        assertThat("A".repeat(64)).matches(Identifiers.CODE);
        assertThat("A".repeat(65)).doesNotMatch(Identifiers.CODE);
    }
}
