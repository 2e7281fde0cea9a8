package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.TopicAccess;
import io.orderjourney.contracts.TopicAccess.Grant;
import io.orderjourney.contracts.TopicAccess.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The broker's access rules in deploy are those of TopicAccess. After a change there, the right files lie in
 * quality/architecture-tests/target/access-rules.
 */
class AccessRulesTest {

    private static final Path ROOT = Repository.root();

    @Test
    void the_users_of_the_cluster_may_do_what_the_list_says() throws IOException {
        String users =
                "# A user for each service and for each partner that writes over Kafka, with what it may do. Made from\n"
                        + "# TopicAccess, the list from which services check what they read; AccessRulesTest compares them.\n"
                        + byPrincipal().entrySet().stream()
                                .map(user -> kubernetesUser(user.getKey(), user.getValue()))
                                .collect(Collectors.joining("---\n"));

        requireSame("deploy/kubernetes/kafka-users.yaml", users);
    }

    @Test
    void the_script_for_other_brokers_makes_the_same_rules() throws IOException {
        requireSame("deploy/kafka/access-rules.txt", script());
    }

    @Test
    void a_topic_is_compacted_in_the_cluster_exactly_if_it_holds_states() {
        String servers = Repository.read(ROOT.resolve("deploy/kubernetes/servers.yaml"));

        assertThat(topics())
                .allSatisfy(topic -> assertThat(servers)
                        .containsPattern("(?s)name: " + topic + "\n  labels: [^\n]*\nspec:\n.{0,60}cleanup.policy: "
                                + (TopicAccess.isCompacted(topic) ? "compact" : "delete") + "\n"));
    }

    @Test
    void a_rule_that_is_missing_is_noticed() {
        assertThat(script().replaceFirst("(?m)^credit-service WRITE topic credit\n", ""))
                .isNotEqualTo(script());
    }

    private static String script() {
        return "# What deploy/kafka/start.sh makes: topics with their cleanup policy, and access rules (principal, operation, topic\n"
                + "# or group, its name). Made from TopicAccess; AccessRulesTest compares them.\n"
                + topics().stream()
                        .map(topic -> "topic " + topic + (TopicAccess.isCompacted(topic) ? " compact\n" : " delete\n"))
                        .collect(Collectors.joining())
                + TopicAccess.grants().stream()
                        .map(grant -> String.join(
                                        " ",
                                        grant.principal(),
                                        grant.operation().name(),
                                        grant.resource().name().toLowerCase(Locale.ROOT),
                                        grant.name())
                                + "\n")
                        .collect(Collectors.joining());
    }

    private static TreeSet<String> topics() {
        return EventTypes.all().stream().map(type -> type.topic()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<Grant>> byPrincipal() {
        return TopicAccess.grants().stream()
                .collect(Collectors.groupingBy(Grant::principal, LinkedHashMap::new, Collectors.toList()));
    }

    private static String kubernetesUser(String principal, List<Grant> grants) {
        return """
                apiVersion: kafka.strimzi.io/v1beta2
                kind: KafkaUser
                metadata:
                  name: %s
                  labels: {strimzi.io/cluster: order-journey}
                spec:
                  authentication:
                    type: scram-sha-512
                  authorization:
                    type: simple
                    acls:
                """.formatted(principal) + kubernetesRules(grants);
    }

    /** One rule for each resource, as the operator wants it. */
    private static String kubernetesRules(List<Grant> grants) {
        Map<String, List<Grant>> byResource = grants.stream()
                .collect(Collectors.groupingBy(
                        grant -> grant.resource() + " " + grant.name(), LinkedHashMap::new, Collectors.toList()));
        List<String> rules = new ArrayList<>();
        byResource
                .values()
                .forEach(same -> rules.add("      - resource: {type: %s, name: %s, patternType: literal}\n"
                                .formatted(
                                        same.get(0).resource() == Resource.TOPIC ? "topic" : "group",
                                        same.get(0).name())
                        + same.stream()
                                .map(grant -> switch (grant.operation()) {
                                    case READ -> "Read";
                                    case WRITE -> "Write";
                                    case DESCRIBE -> "Describe";
                                    case DESCRIBE_CONFIGS -> "DescribeConfigs";
                                })
                                .collect(Collectors.joining(", ", "        operations: [", "]\n"))));
        return String.join("", rules);
    }

    private static void requireSame(String file, String right) throws IOException {
        Path made = ROOT.resolve("quality/architecture-tests/target/access-rules")
                .resolve(Path.of(file).getFileName());
        Files.createDirectories(made.getParent());
        Files.writeString(made, right);
        assertThat(ROOT.resolve(file)).exists();
        assertThat(Repository.read(ROOT.resolve(file))).as(file).isEqualTo(right);
    }
}
