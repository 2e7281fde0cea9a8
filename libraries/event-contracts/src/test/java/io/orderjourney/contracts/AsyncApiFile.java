package io.orderjourney.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The AsyncAPI file, and everything in which it and {@link EventTypes} differ. */
final class AsyncApiFile {

    private static final Path FOLDER = Path.of("src/main/resources/contracts");
    private static final Set<String> COMPACTED =
            Set.of("journeys", "customers", "replies", "policies", "pickup-points", "catalogue", "heartbeats");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private AsyncApiFile(JsonNode root) {
        this.root = root;
    }

    static JsonNode committed() throws IOException {
        return YAML.readTree(FOLDER.resolve("asyncapi.yaml").toFile());
    }

    static List<String> problems(JsonNode root) throws IOException {
        AsyncApiFile file = new AsyncApiFile(root);
        file.compareChannels();
        file.compareMessages();
        file.compareOperations();
        file.resolveReferences("", root);
        return file.problems;
    }

    /** Who publishes a type: services by their send operations, other systems by a word at the channel. */
    static Set<String> publishersOf(JsonNode root, EventType<?> type) {
        Set<String> publishers = new TreeSet<>();
        root.path("channels").path(type.topic()).path("x-published-by").forEach(who -> publishers.add(who.asText()));
        for (JsonNode operation : root.path("operations")) {
            for (JsonNode message : operation.path("messages")) {
                if (operation.path("action").asText().equals("send")
                        && message.path("$ref").asText().endsWith("/messages/" + type.wireName())) {
                    publishers.add(operation.at("/tags/0/name").asText());
                }
            }
        }
        return publishers;
    }

    private void compareChannels() {
        Set<String> topics =
                EventTypes.all().stream().map(EventType::topic).collect(Collectors.toCollection(TreeSet::new));
        expect("channels", names(root.path("channels")), topics);
        for (String topic : topics) {
            JsonNode channel = root.path("channels").path(topic);
            expect(topic + " address", channel.path("address").asText(), topic);
            expect(topic + " messages", names(channel.path("messages")), wireNames(topic));
            JsonNode kafka = channel.at("/bindings/kafka");
            expect(topic + " topic", kafka.path("topic").asText(), topic);
            expect(topic + " partitions", kafka.path("partitions").asInt(), 4);
            expect(
                    topic + " clean-up",
                    kafka.at("/topicConfiguration/cleanup.policy/0").asText(),
                    COMPACTED.contains(topic) ? "compact" : "delete");
        }
    }

    private void compareMessages() {
        JsonNode messages = root.at("/components/messages");
        expect("messages", names(messages), wireNames(null));
        messages.properties().forEach(message -> {
            String wireName = message.getKey();
            expect(wireName + " name", message.getValue().path("name").asText(), wireName);
            expect(
                    wireName + " payload",
                    message.getValue().at("/payload/$ref").asText(),
                    "schemas/" + wireName + ".json");
            Set<String> traits = new TreeSet<>();
            message.getValue()
                    .path("traits")
                    .forEach(trait -> traits.add(trait.path("$ref").asText()));
            expect(wireName + " has an envelope and a key", traits.size(), 2);
        });
        root.path("channels")
                .properties()
                .forEach(channel -> channel.getValue()
                        .path("messages")
                        .properties()
                        .forEach(message -> expect(
                                channel.getKey() + " " + message.getKey(),
                                message.getValue().path("$ref").asText(),
                                "#/components/messages/" + message.getKey())));
    }

    private void compareOperations() {
        for (EventType<?> type : EventTypes.all()) {
            if (publishersOf(root, type).isEmpty()) {
                problems.add("nobody publishes " + type);
            }
        }
        root.path("operations").properties().forEach(operation -> {
            String channel = operation.getValue().at("/channel/$ref").asText();
            String service = operation.getValue().at("/tags/0/name").asText();
            String action = operation.getValue().path("action").asText();
            expect(
                    "operation id",
                    operation.getKey(),
                    service + "." + action + "s." + channel.substring(channel.lastIndexOf('/') + 1));
            operation.getValue().path("messages").forEach(message -> {
                if (!message.path("$ref").asText().startsWith(channel + "/messages/")) {
                    problems.add(operation.getKey() + " names a message of another channel");
                }
            });
        });
        for (JsonNode channel : root.path("channels")) {
            String ref = "#/channels/" + channel.path("address").asText();
            boolean read = root.path("operations").findValues("channel").stream()
                    .anyMatch(it -> it.path("$ref").asText().equals(ref));
            if (!read) {
                problems.add("no operation on " + ref);
            }
        }
    }

    private void resolveReferences(String at, JsonNode node) throws IOException {
        if (node.path("$ref").isTextual()) {
            String[] ref = node.path("$ref").asText().split("#", 2);
            boolean resolves = ref[0].isEmpty() || Files.isRegularFile(FOLDER.resolve(ref[0]));
            if (resolves && ref.length == 2) {
                JsonNode file = ref[0].isEmpty()
                        ? root
                        : YAML.readTree(FOLDER.resolve(ref[0]).toFile());
                resolves = !file.at(ref[1]).isMissingNode();
            }
            if (!resolves) {
                problems.add(at + ": " + node.path("$ref").asText() + " leads nowhere");
            }
        }
        for (var child : node.properties()) {
            resolveReferences(at + "/" + child.getKey(), child.getValue());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                resolveReferences(at + "/" + i, node.get(i));
            }
        }
    }

    private void expect(String what, Object inFile, Object inCode) {
        if (!inFile.equals(inCode)) {
            problems.add(what + ": file " + inFile + ", code " + inCode);
        }
    }

    private static Set<String> wireNames(@Nullable String topic) {
        return EventTypes.all().stream()
                .filter(type -> topic == null || type.topic().equals(topic))
                .map(EventType::wireName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
