package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the files that containers and clusters are made from. Nothing here starts one. */
class DeploymentTest {

    private static final Path ROOT = Repository.root();
    private static final String SERVICES = "services";

    static Stream<String> services() {
        return Stream.of("order-service", "credit-service", "fulfillment-service", "notification-service");
    }

    @ParameterizedTest
    @MethodSource(SERVICES)
    void an_image_has_nobody_as_root_and_a_health_check_and_only_what_was_built(String service) {
        String image = read(service + "/Dockerfile");

        assertThat(image)
                .contains("FROM eclipse-temurin:25-jre\n", "USER 10001:10001\n", "HEALTHCHECK ", "ENTRYPOINT [\"java\"")
                .doesNotContain("apt-get", "chmod", "ADD ", "USER root");
        assertThat(image.indexOf("USER ")).isLessThan(image.indexOf("COPY "));
        assertThat(read(service + "/.dockerignore").lines()).contains("*", "!target/quarkus-app/");
        assertThat(image.replace(service, "order-service")).isEqualTo(read("order-service/Dockerfile"));
    }

    @ParameterizedTest
    @MethodSource(SERVICES)
    void a_deployment_has_probes_limits_a_budget_and_no_rights(String service) {
        String manifest = read("deploy/kubernetes/" + service + ".yaml");

        assertThat(manifest)
                .contains(
                        "kind: Deployment",
                        "kind: Service",
                        "kind: PodDisruptionBudget",
                        "path: /q/health/started, port: management}",
                        "path: /q/health/ready, port: management}",
                        "path: /q/health/live, port: management}",
                        "requests: {cpu: ",
                        "limits: {memory: ",
                        "runAsNonRoot: true",
                        "readOnlyRootFilesystem: true",
                        "allowPrivilegeEscalation: false",
                        "capabilities: {drop: [ALL]}",
                        "automountServiceAccountToken: false",
                        "secretRef: {name: " + service + "}",
                        "terminationGracePeriodSeconds: 45");
        assertThat(read("deploy/kubernetes/kustomization.yaml")).contains("- " + service + ".yaml");
        assertThat(read("deploy/monitoring/prometheus/prometheus.yaml")).contains("service: " + service);
    }

    @ParameterizedTest
    @MethodSource(SERVICES)
    void health_and_metrics_are_on_a_port_to_which_no_ingress_leads(String service) {
        String manifest = read("deploy/kubernetes/" + service + ".yaml");

        assertThat(manifest)
                .contains("{name: management, containerPort: 9000}", "prometheus.io/port: \"9000\"")
                .contains("  ports:\n    - {name: http, port: 8080, targetPort: http}\n---");
        assertThat(read("deploy/monitoring/prometheus/prometheus.yaml")).contains("\"" + service + ":9000\"");
        assertThat(read(service + "/Dockerfile")).contains("/dev/tcp/127.0.0.1/9000 ");
        assertThat(read("docker-compose.yml")).doesNotContain(":9000");
    }

    @ParameterizedTest
    @MethodSource(SERVICES)
    void replicas_come_and_go_by_what_waits_and_are_never_more_than_there_are_partitions(String service) {
        String scaling = read("deploy/kubernetes/autoscaling.yaml");

        assertThat(scaling)
                .containsPattern("(?s)name: " + service + "\n  labels: .{0,120}\nspec:\n  scaleTargetRef: [^\n]*name: "
                        + service + "}\n  minReplicas: 2\n  maxReplicas: 4\n")
                .contains("selector: {matchLabels: {service: " + service + "}}");
        assertThat(read("deploy/monitoring/prometheus/adapter.yaml"))
                .contains("journey_consumer_lag", "journey_outbox_size");
        assertThat(read("deploy/kubernetes/kustomization.yaml")).contains("- autoscaling.yaml");
        assertThat(read("deploy/kubernetes/" + service + ".yaml")).doesNotContain("replicas:");
    }

    @ParameterizedTest
    @MethodSource(SERVICES)
    void compose_builds_each_image_and_gives_it_nothing_more_than_it_needs(String service) {
        String compose = read("docker-compose.yml");

        assertThat(compose).contains("    image: order-journey/" + service + "\n    build: ./" + service + "\n");
        assertThat(compose).contains("read_only: true", "cap_drop: [ALL]", "no-new-privileges:true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "deploy/kubernetes/settings.yaml", "deploy/compose.env.example"})
    void no_file_holds_a_secret(String file) {
        assertThat(Pattern.compile("(?m)^ *\\w*(?:SECRET|PASSWORD|TOKENS|SESSION_KEY)\\w* *[:=] *(?! |\\$\\{|$).+$")
                        .matcher(read(file))
                        .results()
                        .map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void whatever_compose_asks_for_is_in_the_example() {
        List<String> asked = Pattern.compile("\\$\\{(\\w+)[:}]")
                .matcher(read("docker-compose.yml"))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("JOURNEY_LOG_JSON"))
                .distinct()
                .toList();

        assertThat(asked).hasSizeGreaterThan(8);
        String example = read("deploy/compose.env.example");
        assertThat(asked).allSatisfy(name -> assertThat(example).contains("\n" + name + "=\n"));
    }

    @Test
    void every_topic_of_the_published_language_is_declared_with_the_settings_that_the_guarantees_need() {
        String servers = read("deploy/kubernetes/servers.yaml");
        List<String> topics = Pattern.compile("(?m)^    address: (\\S+)$")
                .matcher(read("libraries/event-contracts/src/main/resources/contracts/asyncapi.yaml"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(topics).hasSizeGreaterThan(8);
        assertThat(topics)
                .allSatisfy(topic -> assertThat(servers)
                        .containsPattern("kind: KafkaTopic\nmetadata:\n  name: " + topic + "\n  labels: .*\nspec:\n"
                                + "  partitions: 4\n  replicas: 3\n  config:\n    cleanup.policy: (delete|compact)\n"
                                + "    min.insync.replicas: 2\n"));
        assertThat(servers)
                .contains(
                        "unclean.leader.election.enable: false",
                        "auto.create.topics.enable: false",
                        "fsync: \"on\"",
                        "full_page_writes: \"on\"",
                        "synchronous_commit: \"on\"",
                        "dataChecksums: true");
    }

    @Test
    void nothing_reaches_a_service_and_a_service_reaches_nothing_but_what_is_named() {
        String network = read("deploy/kubernetes/network.yaml");

        assertThat(network)
                .contains("name: nothing-by-default\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n")
                .contains(
                        "except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]")
                .contains(
                        "{order-journey/access: ingress}\n      ports:\n        - {port: 8080, protocol: TCP}\n",
                        "{order-journey/access: monitoring}\n      ports:\n        - {port: 9000, protocol: TCP}\n");
    }

    private static String read(String file) {
        Path path = ROOT.resolve(file);
        assertThat(Files.exists(path)).as(file).isTrue();
        return Repository.read(path);
    }
}
