package io.orderjourney.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * What a committed API document keeps, so that generated clients can trust it: complete, with names that read well in a
 * client, with one name for one thing, and with examples that its own schemas accept.
 */
public final class ApiRules {

    /** A journey's id is {@code journeyId} and an order's number {@code orderNumber}, everywhere. */
    private static final Set<String> OTHER_NAMES = Set.of("orderId", "journey", "orderNo");

    private final ApiDocument document;
    private final List<String> findings = new ArrayList<>();

    private ApiRules(ApiDocument document) {
        this.document = document;
    }

    /** Everything in the document that breaks a rule; empty for a good one. */
    public static List<String> findings(ApiDocument document) {
        ApiRules rules = new ApiRules(document);
        List<Consumer<ApiDocument>> all = List.of(
                rules::beginsWithItsVersion,
                rules::saysWhoAnswersForIt,
                rules::namesItsOperations,
                rules::saysWhoMayCall,
                rules::describesEveryResponse,
                rules::anchorsItsPatterns,
                rules::hasOneNameForOneThing,
                rules::usesEverySchema,
                rules::acceptsItsOwnExamples);
        all.forEach(rule -> rule.accept(document));
        return rules.findings;
    }

    private void require(boolean kept, String place, String rule) {
        if (!kept) {
            findings.add(place + ": " + rule);
        }
    }

    private void beginsWithItsVersion(ApiDocument api) {
        require(api.text().replaceFirst("^---\\s*", "").startsWith("openapi: 3.1"), "#", "begins with openapi:");
    }

    private void saysWhoAnswersForIt(ApiDocument api) {
        JsonNode info = api.tree().path("info");
        for (String name : List.of("title", "version", "description")) {
            require(!info.path(name).asText().isBlank(), "#/info", "has a " + name);
        }
        require(!info.path("contact").path("name").asText().isBlank(), "#/info", "has a contact");
        require(!info.path("license").path("url").asText().isBlank(), "#/info", "has a license with its address");
        require(api.tree().path("servers").size() > 0, "#/servers", "has a server");
    }

    private void namesItsOperations(ApiDocument api) {
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        api.tree().path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        api.operations().forEach((place, operation) -> {
            String id = operation.path("operationId").asText();
            require(id.matches("[a-z]+([A-Z][a-z]+)*"), place, "has an id like placeOrder, not \"" + id + "\"");
            require(ids.add(id), place, "has an id of its own, not " + id);
            require(!operation.path("summary").asText().isBlank(), place, "has a summary");
            require(operation.path("tags").size() == 1, place, "has one tag");
            operation
                    .path("tags")
                    .forEach(tag -> require(tags.contains(tag.asText()), place, "has a tag that is declared"));
        });
    }

    private void saysWhoMayCall(ApiDocument api) {
        Set<String> schemes = new HashSet<>();
        api.tree().at("/components/securitySchemes").fieldNames().forEachRemaining(schemes::add);
        api.operations().forEach((place, operation) -> {
            require(operation.path("security").isArray(), place, "says who may call it");
            operation
                    .path("security")
                    .forEach(any -> any.fieldNames()
                            .forEachRemaining(
                                    scheme -> require(schemes.contains(scheme), place, "has a known scheme")));
        });
    }

    private void describesEveryResponse(ApiDocument api) {
        api.operations().forEach((place, operation) -> {
            Set<String> statuses = new TreeSet<>();
            operation.path("responses").properties().forEach(response -> {
                statuses.add(response.getKey());
                JsonNode described = api.resolved(response.getValue());
                require(!described.path("description").asText().isBlank(), place, response.getKey() + " is described");
                require(
                        !response.getKey().matches("20[0-3]") || described.has("content"),
                        place,
                        response.getKey() + " says what comes back");
                described
                        .path("content")
                        .forEach(content ->
                                require(content.path("schema").size() > 0, place, response.getKey() + " has a schema"));
            });
            require(
                    statuses.stream().anyMatch(status -> status.matches("[23]..")),
                    place,
                    "has a response that is no problem");
            operation
                    .path("parameters")
                    .forEach(parameter -> require(
                            parameter.path("schema").size() > 0, place, parameter.path("name") + " has a schema"));
        });
    }

    private void anchorsItsPatterns(ApiDocument api) {
        api.schemas().forEach((place, schema) -> {
            String pattern = schema.path("pattern").asText();
            require(
                    pattern.isEmpty() || (pattern.startsWith("^") && pattern.endsWith("$")),
                    place,
                    "has an anchored pattern, not " + pattern);
            require(!pattern.contains("\\p{"), place, "has a pattern that JavaScript reads too, not " + pattern);
        });
    }

    private void hasOneNameForOneThing(ApiDocument api) {
        api.schemas().forEach((place, schema) -> {
            if (place.matches(".*/properties/[^/]+")) {
                String name = place.substring(place.lastIndexOf('/') + 1);
                requireOneName(place, name, schema);
            }
        });
        api.operations()
                .forEach((place, operation) -> operation
                        .path("parameters")
                        .forEach(parameter -> requireOneName(place, nameOf(parameter), parameter.path("schema"))));
    }

    /** The part of a path that names a journey may be its id or the order's number. */
    private static String nameOf(JsonNode parameter) {
        String name = parameter.path("name").asText();
        boolean either = name.equals("journey") && parameter.path("in").asText().equals("path");
        return either ? "idOrNumber" : name;
    }

    private void requireOneName(String place, String name, JsonNode schema) {
        JsonNode meant = document.resolved(schema);
        boolean time = meant.path("format").asText().equals("date-time");
        require(
                !OTHER_NAMES.contains(name),
                place,
                name + " is another name for what is called journeyId or orderNumber");
        require(!time || name.endsWith("At"), place, "the time " + name + " ends in At");
        require(!name.endsWith("At") || time, place, name + " is a time");
        require(!types(meant).contains("null"), place, "what has no value is left out, not null");
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(type.asText());
    }

    private void usesEverySchema(ApiDocument api) {
        api.tree()
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> require(
                        api.text().contains("\"#/components/schemas/" + name + "\""),
                        "#/components/schemas/" + name,
                        "is used"));
    }

    private void acceptsItsOwnExamples(ApiDocument api) {
        api.schemas()
                .forEach(
                        (place, schema) -> schema.path("examples").forEach(example -> accepts(place, schema, example)));
        api.operations().forEach((place, operation) -> {
            operation.path("parameters").forEach(parameter -> contents(place, parameter));
            operation.path("requestBody").path("content").forEach(content -> contents(place, content));
            operation
                    .path("responses")
                    .forEach(response ->
                            api.resolved(response).path("content").forEach(content -> contents(place, content)));
        });
    }

    private void contents(String place, JsonNode holder) {
        if (holder.has("example")) {
            accepts(place, holder.path("schema"), holder.path("example"));
        }
        for (Map.Entry<String, JsonNode> example : holder.path("examples").properties()) {
            accepts(
                    place + ", " + example.getKey(),
                    holder.path("schema"),
                    example.getValue().path("value"));
        }
    }

    private void accepts(String place, JsonNode schema, JsonNode example) {
        document.flaws(schema, example).forEach(flaw -> findings.add(place + ": its example is valid, not " + flaw));
    }
}
