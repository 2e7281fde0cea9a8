package io.orderjourney.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the operations from the API document that a running service serves. */
final class ServedApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEPTH_MAX = 8;

    private final JsonNode document;

    private ServedApi(JsonNode document) {
        this.document = document;
    }

    static List<Operation> operations(URI base) throws IOException {
        RawHttp.Answer answer = new RawHttp(base).send("GET /q/openapi?format=json HTTP/1.0");
        return new ServedApi(MAPPER.readTree(answer.body())).operations();
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
                if (verb.getValue().has("operationId")) {
                    operations.add(operation(path.getKey(), verb.getKey(), verb.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String template, String verb, JsonNode operation) {
        List<String> roles = new ArrayList<>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(names -> names.forEach(role -> roles.add(role.asText()))));
        List<Operation.Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
        List<String> bodies = new ArrayList<>();
        String mediaType = "application/json";
        for (Map.Entry<String, JsonNode> content :
                operation.path("requestBody").path("content").properties()) {
            mediaType = content.getKey();
            for (JsonNode example : content.getValue().path("examples")) {
                bodies.add(write(mediaType, example.path("value")));
            }
            if (content.getValue().has("example")) {
                bodies.add(write(mediaType, content.getValue().path("example")));
            }
            if (bodies.isEmpty()) {
                bodies.add(write(mediaType, sample(content.getValue().path("schema"), 0)));
            }
        }
        JsonNode schema =
                operation.path("requestBody").path("content").path(mediaType).path("schema");
        List<String> incomplete = bodies.isEmpty() || !mediaType.endsWith("json")
                ? List.of()
                : incomplete(schema, read(bodies.get(0))).stream()
                        .map(JsonNode::toString)
                        .toList();
        return new Operation(verb.toUpperCase(Locale.ROOT), template, roles, parameters, mediaType, bodies, incomplete);
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("An example is no JSON: " + body, e);
        }
    }

    /** The value once for each field that its schema requires, without that field. */
    private List<JsonNode> incomplete(JsonNode schema, JsonNode value) {
        JsonNode meant =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        List<JsonNode> incomplete = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            meant.path("required").forEach(name -> {
                if (object.has(name.asText())) {
                    incomplete.add(object.deepCopy().without(name.asText()));
                }
            });
            object.properties()
                    .forEach(field -> incomplete(meant.path("properties").path(field.getKey()), field.getValue())
                            .forEach(inner -> incomplete.add(object.deepCopy().set(field.getKey(), inner))));
        } else if (value instanceof ArrayNode array && !array.isEmpty()) {
            incomplete(meant.path("items"), array.get(0))
                    .forEach(inner -> incomplete.add(array.deepCopy().set(0, inner)));
        }
        return incomplete;
    }

    private Operation.Parameter parameter(JsonNode parameter) {
        List<String> values = new ArrayList<>();
        parameter
                .path("examples")
                .forEach(example -> values.add(example.path("value").asText()));
        if (parameter.has("example")) {
            values.add(parameter.path("example").asText());
        }
        if (values.isEmpty()) {
            values.add(sample(parameter.path("schema"), 0).asText());
        }
        return new Operation.Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                values);
    }

    private static String write(String mediaType, JsonNode value) {
        if (!mediaType.contains("form")) {
            return value.toString();
        }
        List<String> fields = new ArrayList<>();
        value.properties()
                .forEach(field ->
                        fields.add(field.getKey() + "=" + field.getValue().asText()));
        return String.join("&", fields);
    }

    /** Something that the schema allows; an example where it has one. */
    private JsonNode sample(JsonNode schema, int depth) {
        if (schema.has("example")) {
            return schema.path("example");
        }
        JsonNode examples = schema.path("examples");
        if (examples.size() > 0) {
            return examples.get(0);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (schema.has("$ref")) {
            return sample(document.at(schema.path("$ref").asText().substring(1)), depth);
        }
        if (schema.path("format").asText().equals("uuid")) {
            return TextNode.valueOf("01940000-0000-7000-8000-000000000000");
        }
        if (schema.path("format").asText().equals("date")) {
            return TextNode.valueOf("2026-03-02");
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> MAPPER.getNodeFactory().numberNode(1);
            case "boolean" -> MAPPER.getNodeFactory().booleanNode(true);
            default -> TextNode.valueOf("x");
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = MAPPER.createObjectNode();
        if (depth < DEPTH_MAX) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), sample(property.getValue(), depth + 1)));
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = MAPPER.createArrayNode();
        if (depth < DEPTH_MAX) {
            array.add(sample(schema.path("items"), depth + 1));
        }
        return array;
    }
}
