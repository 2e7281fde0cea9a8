package io.orderjourney.testservers;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers; Testcontainers itself removes them when this virtual machine ends. */
final class ContainerSource implements Source {

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
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
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.start();
        return kafka.getBootstrapServers();
    }
}
