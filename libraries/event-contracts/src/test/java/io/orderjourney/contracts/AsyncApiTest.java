package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.contracts.testing.EventSchema;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    @Test
    void file_and_code_say_the_same() throws IOException {
        JsonNode file = AsyncApiFile.committed();
        assertThat(file.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(AsyncApiFile.problems(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plantedMistakes")
    void a_mistake_is_found(String expected, Consumer<JsonNode> mistake) throws IOException {
        JsonNode file = AsyncApiFile.committed();
        mistake.accept(file);
        assertThat(AsyncApiFile.problems(file))
                .anySatisfy(found -> assertThat(found).startsWith(expected));
    }

    static Stream<Arguments> plantedMistakes() {
        return Stream.of(
                mistake(
                        "messages: file [",
                        file -> object(file, "/components/messages").remove("orders.order-placed.v1")),
                mistake(
                        "messages: file [",
                        file -> object(file, "/components/messages").putObject("orders.order-lost.v1")),
                mistake("channels: file [", file -> object(file, "/channels").putObject("payments")),
                mistake(
                        "credit messages: file [",
                        file -> object(file, "/channels/credit/messages").remove("credit.credit-refused.v1")),
                mistake(
                        "journeys clean-up: file delete, code compact",
                        file -> ((ArrayNode)
                                        file.at("/channels/journeys/bindings/kafka/topicConfiguration/cleanup.policy"))
                                .set(0, "delete")),
                mistake(
                        "orders partitions: file 8, code 4",
                        file -> object(file, "/channels/orders/bindings/kafka").put("partitions", 8)),
                mistake(
                        "orders.order-placed.v1 payload: file schemas/orders.order-placed.v2.json",
                        file -> object(file, "/components/messages/orders.order-placed.v1/payload")
                                .put("$ref", "schemas/orders.order-placed.v2.json")),
                mistake(
                        "/components/messages/orders.order-placed.v1/payload: schemas/x.json leads nowhere",
                        file -> object(file, "/components/messages/orders.order-placed.v1/payload")
                                .put("$ref", "schemas/x.json")),
                mistake(
                        "/components/messageTraits/facts/headers: #/components/schemas/none leads",
                        file -> object(file, "/components/messageTraits/facts/headers")
                                .put("$ref", "#/components/schemas/none")),
                mistake(
                        "nobody publishes orders.order-placed.v1",
                        file -> object(file, "/operations").remove("order-service.sends.orders")),
                mistake(
                        "no operation on #/channels/bank-decisions",
                        file -> object(file, "/operations").remove("credit-service.receives.bank-decisions")),
                mistake(
                        "operation id: file order-service.sends.orders",
                        file -> object(file, "/operations/order-service.sends.orders")
                                .put("action", "receive")));
    }

    @ParameterizedTest
    @CsvSource({
        "factHeaders, ce_causationid;ce_correlationid;ce_id;ce_partitionkey;ce_sequence;ce_source;ce_specversion;"
                + "ce_subject;ce_time;ce_type;content-type;traceparent",
        "stateHeaders, ce_id;ce_partitionkey;ce_sequence;ce_source;ce_specversion;ce_subject;ce_time;ce_type;content-type",
        "inboundHeaders, ce_id;ce_source;ce_specversion;ce_time;ce_type;content-type;webhook-signature;webhook-timestamp"
    })
    void the_envelope_is_described_header_by_header(String schema, String headers) throws IOException {
        JsonNode properties = AsyncApiFile.committed().at("/components/schemas/" + schema + "/properties");
        var names = new TreeSet<String>();
        properties.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly(headers.split(";"));
    }

    @ParameterizedTest
    @CsvSource({"facts, factHeaders", "states, stateHeaders", "inbound, inboundHeaders"})
    void the_example_of_an_envelope_is_valid_and_names_a_type(String trait, String schema) throws IOException {
        JsonNode file = AsyncApiFile.committed();
        JsonNode example = file.at("/components/messageTraits/" + trait + "/examples/0/headers");
        EventSchema headers = new EventSchema(file.at("/components/schemas/" + schema));
        assertThat(headers.flawsOf(example)).isEmpty();
        assertThat(EventTypes.byWireName(example.path("ce_type").asText())).isPresent();
        assertThat(headers.flawsOf(((ObjectNode) example.deepCopy()).without("ce_id")))
                .isNotEmpty();
    }

    @Test
    void the_access_rules_let_each_service_do_what_this_file_says() throws IOException {
        var told = new TreeSet<String>();
        var heard = new TreeSet<String>();
        AsyncApiFile.committed().path("operations").fieldNames().forEachRemaining(operation -> {
            String[] parts = operation.split("\\.", 3);
            (parts[1].equals("sends") ? told : heard).add(parts[0] + " " + parts[2]);
        });
        var written = new TreeSet<String>();
        EventTypes.all()
                .forEach(type -> TopicAccess.sources(type)
                        .forEach(source -> written.add(source.substring(1) + " " + type.topic())));
        var read = new TreeSet<String>();
        TopicAccess.SERVICES.forEach(
                service -> TopicAccess.readBy(service).forEach(topic -> read.add(service + " " + topic)));

        assertThat(written).isEqualTo(told);
        assertThat(read).containsAll(heard);
        // What a service reads of its own words is nobody else's business, so the file does not name it.
        read.removeAll(heard);
        assertThat(told).containsAll(read);
    }

    @Test
    void the_guarantee_is_said_in_words() throws IOException {
        assertThat(AsyncApiFile.committed().at("/info/description").asText())
                .contains(List.of("at least once, in order per journey", "de-duplicate on `ce_id`"));
    }

    private static Arguments mistake(String expected, Consumer<JsonNode> mistake) {
        return Arguments.of(expected, mistake);
    }

    private static ObjectNode object(JsonNode file, String pointer) {
        return (ObjectNode) file.at(pointer);
    }
}
