package io.orderjourney.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a new version of a contract takes away from those who built on a released one. Whoever reads must find what was there;
 * whoever writes must be able to go on as before. Lists of values may grow: readers tolerate what they do not know.
 */
final class BreakingChanges {

    /** On which side of the contract the other system stands. */
    enum Other {
        READS,
        WRITES
    }

    private final JsonNode released;
    private final JsonNode current;
    private final List<String> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private BreakingChanges(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    /** Of the schema of one event. */
    static List<String> ofEvent(Other other, JsonNode released, JsonNode current) {
        BreakingChanges changes = new BreakingChanges(released, current);
        changes.schema(other, "", released, current);
        return changes.found;
    }

    /** Of an OpenAPI document. */
    static List<String> ofRest(JsonNode released, JsonNode current) {
        BreakingChanges changes = new BreakingChanges(released, current);
        released.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> changes.operation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue(),
                                current.path("paths").path(path.getKey()).path(operation.getKey()))));
        return changes.found;
    }

    /** Of an AsyncAPI document; the data of its messages are schemas of their own. */
    static List<String> ofTopics(JsonNode released, JsonNode current) {
        BreakingChanges changes = new BreakingChanges(released, current);
        released.path("channels").properties().forEach(channel -> {
            JsonNode now = current.path("channels").path(channel.getKey());
            if (!now.path("address").equals(channel.getValue().path("address"))) {
                changes.found.add("topic " + channel.getKey() + " is gone");
            }
            channel.getValue().path("messages").fieldNames().forEachRemaining(message -> {
                if (!now.path("messages").has(message)) {
                    changes.found.add(message + " is no longer on topic " + channel.getKey());
                }
            });
        });
        released.path("operations").fieldNames().forEachRemaining(operation -> {
            if (operation.contains(".sends.") && !current.path("operations").has(operation)) {
                changes.found.add(operation + " is gone");
            }
        });
        for (String envelope : List.of("factHeaders", "stateHeaders")) {
            changes.schema(Other.READS, envelope, headers(released, envelope), headers(current, envelope));
        }
        changes.schema(
                Other.WRITES,
                "inboundHeaders",
                headers(released, "inboundHeaders"),
                headers(current, "inboundHeaders"));
        return changes.found;
    }

    private static JsonNode headers(JsonNode document, String name) {
        return document.path("components").path("schemas").path(name);
    }

    private void operation(String name, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        if (!after.path("operationId").equals(before.path("operationId"))) {
            found.add(name + " is called " + after.path("operationId").asText() + " now");
        }
        parameters(name, before, after);
        JsonNode body = json(resolved(released, before.path("requestBody")));
        JsonNode bodyNow = json(resolved(current, after.path("requestBody")));
        if (before.path("requestBody").isMissingNode()
                && resolved(current, after.path("requestBody")).path("required").asBoolean()) {
            found.add(name + " demands a body");
        }
        schema(Other.WRITES, name + " request", body, bodyNow);
        before.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> {
                    JsonNode now = after.path("responses").path(response.getKey());
                    if (now.isMissingNode()) {
                        found.add(name + " no longer answers " + response.getKey());
                    }
                    schema(
                            Other.READS,
                            name + " " + response.getKey(),
                            json(resolved(released, response.getValue())),
                            json(resolved(current, now)));
                });
    }

    private void parameters(String name, JsonNode before, JsonNode after) {
        Set<String> known = parameterNames(released, before, false);
        for (String demanded : parameterNames(current, after, true)) {
            if (!parameterNames(released, before, true).contains(demanded)) {
                found.add(name + " demands " + demanded);
            }
        }
        known.removeAll(parameterNames(current, after, false));
        known.forEach(gone -> found.add(name + " no longer takes " + gone));
    }

    private static Set<String> parameterNames(JsonNode document, JsonNode operation, boolean requiredOnly) {
        Set<String> names = new TreeSet<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(document, reference);
            if (!requiredOnly || parameter.path("required").asBoolean()) {
                names.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText());
            }
        }
        return names;
    }

    private static JsonNode json(JsonNode content) {
        return content.path("content").path("application/json").path("schema");
    }

    private void schema(Other other, String place, JsonNode beforeReference, JsonNode afterReference) {
        if (!seen.add(other + " " + beforeReference.path("$ref").asText(place) + " "
                + afterReference.path("$ref").asText(place))) {
            return;
        }
        JsonNode before = resolved(released, beforeReference);
        JsonNode after = resolved(current, afterReference);
        if (before.isMissingNode()) {
            return;
        }
        if (after.isMissingNode()) {
            found.add(place + " is gone");
            return;
        }
        type(other, place, before, after);
        values(other, place, before, after);
        before.path("properties").properties().forEach(property -> {
            JsonNode now = after.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                found.add(place + "/" + property.getKey() + " is gone");
            } else {
                schema(other, place + "/" + property.getKey(), property.getValue(), now);
            }
        });
        required(other, place, before, after);
        if (before.has("items")) {
            schema(other, place + "[]", before.path("items"), after.path("items"));
        }
    }

    /** What is read may become narrower, what is written wider: of a text that may be null, one that may not. */
    private void type(Other other, String place, JsonNode before, JsonNode after) {
        Set<String> types = texts(before.path("type"));
        Set<String> typesNow = texts(after.path("type"));
        if (!(other == Other.READS ? types.containsAll(typesNow) : typesNow.containsAll(types))
                || types.isEmpty() != typesNow.isEmpty()) {
            found.add(place + " is " + typesNow + " and was " + types);
        }
        if (!before.path("format").equals(after.path("format"))) {
            found.add(place + " has another format");
        }
        if (other == Other.WRITES
                && after.path("maxLength").asInt(Integer.MAX_VALUE)
                        < before.path("maxLength").asInt(Integer.MAX_VALUE)) {
            found.add(place + " may be shorter only");
        }
    }

    /** Whoever writes may go on with each value; whoever reads tolerates more of them. */
    private void values(Other other, String place, JsonNode before, JsonNode after) {
        Set<String> gone = texts(before.path("enum"));
        gone.removeAll(texts(after.path("enum")));
        if (other == Other.WRITES && after.has("enum") && (!before.has("enum") || !gone.isEmpty())) {
            found.add(place + " no longer takes " + (before.has("enum") ? gone : "every value"));
        }
    }

    private void required(Other other, String place, JsonNode before, JsonNode after) {
        Set<String> less = texts(before.path("required"));
        Set<String> more = texts(after.path("required"));
        if (other == Other.READS) {
            less.removeAll(more);
            less.forEach(field -> found.add(place + "/" + field + " may be absent now"));
        } else {
            more.removeAll(less);
            more.forEach(field -> found.add(place + "/" + field + " is demanded now"));
        }
    }

    private static Set<String> texts(JsonNode textOrList) {
        Set<String> texts = new TreeSet<>();
        if (textOrList.isTextual()) {
            texts.add(textOrList.asText());
        }
        textOrList.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        JsonNode found = schema;
        for (int steps = 0; found.path("$ref").asText().startsWith("#/") && steps < 10; steps++) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        // A reference that may be null is a choice between the two.
        for (JsonNode choice : found.path("anyOf")) {
            if (choice.has("$ref")) {
                return resolved(document, choice);
            }
        }
        return found;
    }
}
