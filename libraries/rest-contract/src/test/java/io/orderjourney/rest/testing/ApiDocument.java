package io.orderjourney.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A committed API document, with schemas that know nothing but what they name: a field that is not documented is a flaw. */
public final class ApiDocument {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String COMPONENTS = "components";

    private final String text;
    private final JsonNode tree;
    private final JsonNode closedComponents;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private ApiDocument(String text) throws IOException {
        this.text = text;
        this.tree = YAML.readTree(text);
        this.closedComponents = tree.path(COMPONENTS).deepCopy();
        close(closedComponents.path("schemas"));
    }

    /** @param file the document of a service, from the module's folder */
    public static ApiDocument read(Path file) {
        try {
            return new ApiDocument(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiDocument of(String text) {
        try {
            return new ApiDocument(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    String text() {
        return text;
    }

    JsonNode tree() {
        return tree;
    }

    /** What is wrong with a value: where, and the broken rule; empty for a valid one. A null is always wrong. */
    List<String> flaws(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema, this::compile)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword() + ": " + error.getMessage())
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = YAML.createObjectNode();
        root.setAll((ObjectNode) schema.deepCopy());
        root.set(COMPONENTS, closedComponents);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    /**
     * What of a response the document does not say.
     *
     * @param template of the path, such as {@code /api/v1/orders/{journeyId}}
     * @param mediaType without parameters; empty for a response without a body
     * @param body JSON; the missing node for any other body
     */
    List<String> flaws(String method, String template, int status, String mediaType, JsonNode body) {
        JsonNode operation = tree.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return List.of("the operation is not documented");
        }
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode() && status >= 400) {
            response = responses.path("default");
        }
        if (response.has("$ref")) {
            response = tree.at(response.path("$ref").asText().substring(1));
        }
        if (response.isMissingNode()) {
            return List.of("the status " + status + " is not documented");
        }
        if (mediaType.isEmpty()) {
            return List.of();
        }
        JsonNode content = response.path("content").path(mediaType);
        if (content.isMissingNode()) {
            return List.of("the status " + status + " is not documented with " + mediaType);
        }
        return body.isMissingNode() ? List.of() : flaws(content.path("schema"), body);
    }

    /** Every operation: its address and what the document says of it. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        tree.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (verb.getValue().has("responses")) {
                        operations.put(verb.getKey() + " " + path.getKey(), verb.getValue());
                    }
                }));
        return operations;
    }

    /** The referred node, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? tree.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Every schema with the place where it stands: components, parameters and contents, with what is inside of them. */
    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        collect("#", tree, found);
        return found;
    }

    private static void collect(String place, JsonNode node, Map<String, JsonNode> found) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (name.equals("example") || name.equals("examples")) {
                continue;
            }
            JsonNode child = node.path(name);
            boolean named = place.endsWith("/schemas") || place.endsWith("/properties");
            if (child.isObject() && (named || name.equals("schema") || name.equals("items"))) {
                found.put(place + "/" + name, child);
            }
            collect(place + "/" + name, child, found);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "/" + i, node.get(i), found);
            }
        }
    }
}
