package io.orderjourney.testservers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Servers in containers; Testcontainers itself removes them when this virtual machine ends. */
final class ContainerSource implements Source {

    /**
     * Testcontainers reports an engine that does not answer as an error, at length. Where nothing leads to an engine, that
     * is no error, so it is not asked.
     */
    static boolean dockerAnswers() {
        TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
        // Each is found in the environment (DOCKER_HOST) as well as in ~/.testcontainers.properties.
        Stream<@Nullable String> hosts =
                Stream.of("docker.host", "tc.host").map(key -> configuration.getEnvVarOrUserProperty(key, null));
        return somethingLeadsToDocker(hosts, sockets())
                && DockerClientFactory.instance().isDockerAvailable();
    }

    static boolean somethingLeadsToDocker(Stream<@Nullable String> configuredHosts, Stream<Path> sockets) {
        return configuredHosts.anyMatch(Objects::nonNull) || sockets.anyMatch(Files::exists);
    }

    /** Where an engine listens that nobody has configured: the system's, Docker Desktop's, a rootless one. */
    private static Stream<Path> sockets() {
        Path home = Path.of(System.getProperty("user.home"), ".docker");
        Stream<Path> usual = Stream.of(
                Path.of("/var/run/docker.sock"), home.resolve("desktop/docker.sock"), home.resolve("run/docker.sock"));
        return Stream.concat(
                usual,
                Stream.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                        .map(directory -> Path.of(directory, "docker.sock")));
    }

    @Override
    public String description() {
        return "PostgreSQL 18 and Kafka 4.1.1 in containers";
    }

    @Override
    @SuppressWarnings("resource") // lives until the virtual machine ends
    public Database startPostgres() {
        PostgreSQLContainer postgres =
                new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=200");
        postgres.start();
        return new Database(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }

    @Override
    @SuppressWarnings("resource") // lives until the virtual machine ends
    public String startKafka() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.start();
        return kafka.getBootstrapServers();
    }
}
