package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.orderjourney.contracts.BreakingChanges.Other;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody who built on a released contract is broken by what stands in the repository now. quality/released-contracts keeps each
 * release; its README says how one is added.
 */
class ReleasedContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path ROOT = Path.of("..", "..");
    private static final Path RELEASED = ROOT.resolve("quality/released-contracts");
    private static final Path CURRENT = Path.of("src/main/resources/contracts");

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    static Stream<Arguments> events() throws IOException {
        return releases().flatMap(release -> {
            try (Stream<Path> files = Files.list(release.resolve("schemas"))) {
                return files
                        .sorted()
                        .map(file -> Arguments.of(
                                release.getFileName() + " " + Objects.requireNonNull(file.getFileName()), file))
                        .toList()
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Stream<Arguments> services() throws IOException {
        return releases()
                .flatMap(release -> Stream.of(
                                "order-service", "credit-service", "fulfillment-service", "notification-service")
                        .map(service -> Arguments.of(service, release)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void an_event_can_still_be_read_or_written_as_released(String name, Path released) {
        Path current = CURRENT.resolve("schemas").resolve(Objects.requireNonNull(released.getFileName()));

        assertThat(current).as("a released type is published on").exists();
        assertThat(BreakingChanges.ofEvent(side(current), read(JSON, released), read(JSON, current)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void every_topic_is_still_there(Path release) {
        assertThat(BreakingChanges.ofTopics(
                        read(YAML, release.resolve("asyncapi.yaml")), read(YAML, CURRENT.resolve("asyncapi.yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void an_operation_can_still_be_called_as_released(String service, Path release) {
        Path current = ROOT.resolve(service).resolve("src/main/openapi/openapi.yaml");

        assertThat(BreakingChanges.ofRest(read(YAML, release.resolve(service + ".yaml")), read(YAML, current)))
                .isEmpty();
    }

    @Test
    void what_takes_something_away_is_noticed_in_an_event() {
        Path file = CURRENT.resolve("schemas/orders.order-placed.v1.json");

        assertThat(afterChange(file, event -> object(event, "/properties").remove("orderNumber")))
                .containsExactly("/orderNumber is gone");
        assertThat(afterChange(file, event -> ((ArrayNode) event.at("/required")).remove(0)))
                .containsExactly("/orderNumber may be absent now");
        assertThat(afterChange(
                        file, event -> object(event, "/properties/orderNumber").put("type", "integer")))
                .containsExactly("/orderNumber is [integer] and was [string]");
        assertThat(afterChange(
                        file, event -> object(event, "/properties/customerId").put("format", "uri")))
                .containsExactly("/customerId has another format");
        Path inbound = CURRENT.resolve("schemas/bank-decisions.bank-decision-reported.v1.json");
        assertThat(afterChange(inbound, event -> {
                    object(event, "/properties").putObject("branch").put("type", "string");
                    ((ArrayNode) event.at("/required")).add("branch");
                }))
                .containsExactly("/branch is demanded now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/properties/more", "/$defs/PaymentMethod/more"})
    void what_adds_something_is_not(String place) {
        Path file = CURRENT.resolve("schemas/orders.order-placed.v1.json");

        assertThat(afterChange(
                        file,
                        event -> object(event, place.substring(0, place.lastIndexOf('/')))
                                .putObject("more")
                                .put("type", "string")))
                .isEmpty();
    }

    @Test
    void what_takes_something_away_is_noticed_in_an_operation() {
        JsonNode released = read(YAML, ROOT.resolve("order-service/src/main/openapi/openapi.yaml"));
        JsonNode current = released.deepCopy();
        object(current, "/paths").remove("/api/v1/dead-letters");
        object(current, "/paths/~1api~1v1~1orders/post").put("operationId", "order");
        ((ArrayNode) current.at("/components/schemas/OrderRequest/required")).add("colour");

        assertThat(BreakingChanges.ofRest(released, current))
                .contains(
                        "GET /api/v1/dead-letters is gone",
                        "POST /api/v1/orders is called order now",
                        "POST /api/v1/orders request/colour is demanded now");
    }

    private static List<String> afterChange(Path file, Consumer<JsonNode> change) {
        JsonNode released = read(JSON, file);
        JsonNode current = released.deepCopy();
        change.accept(current);
        return BreakingChanges.ofEvent(side(file), released, current);
    }

    /** What comes from outside is written by others, everything else is read by them. */
    private static Other side(Path schema) {
        String name = Objects.requireNonNull(schema.getFileName()).toString().replaceFirst("\\.json$", "");
        return TopicAccess.isSigned(EventTypes.byWireName(name).orElseThrow()) ? Other.WRITES : Other.READS;
    }

    private static ObjectNode object(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static JsonNode read(ObjectMapper format, Path file) {
        try {
            return format.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
