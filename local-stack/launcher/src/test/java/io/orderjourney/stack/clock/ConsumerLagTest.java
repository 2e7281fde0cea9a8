package io.orderjourney.stack.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderjourney.stack.servers.LocalKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerLagTest {

    @TempDir
    static Path directory;

    private static LocalKafka kafka;

    @BeforeAll
    static void start() {
        kafka = LocalKafka.in(directory, 0, 0).start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void records_are_behind_until_they_are_committed_the_first_one_of_a_partition_too() throws Exception {
        createTopic("orders");
        try (KafkaConsumer<String, String> consumer = consumer("order-service");
                ConsumerLag lag =
                        new ConsumerLag(kafka.bootstrapServers(), List.of("order-service", "credit-service"))) {
            consumer.subscribe(List.of("orders"));
            await().until(() -> consumer.poll(Duration.ofMillis(100)).isEmpty()
                    && !consumer.assignment().isEmpty());
            assertThat(lag.read().total()).isZero();

            send("orders", 3);
            assertThat(lag.read()).isEqualTo(new ConsumerLag.Reading(3, 3));
            await().until(() -> consumer.poll(Duration.ofMillis(100)).isEmpty());
            assertThat(lag.read().total()).isEqualTo(3);
            consumer.commitSync();

            assertThat(lag.read()).isEqualTo(new ConsumerLag.Reading(0, 3));
        }
    }

    @Test
    void a_group_that_is_away_is_still_behind() throws Exception {
        createTopic("credit");
        try (KafkaConsumer<String, String> consumer = consumer("fulfillment-service")) {
            consumer.subscribe(List.of("credit"));
            send("credit", 1);
            await().until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
            consumer.commitSync();
        }

        send("credit", 2);

        try (ConsumerLag lag = new ConsumerLag(kafka.bootstrapServers(), List.of("fulfillment-service"))) {
            assertThat(lag.read().total()).isPositive();
        }
    }

    @Test
    void records_deleted_before_a_group_joined_are_not_lag() throws Exception {
        createTopic("notices");
        send("notices", 3);
        forgetAll("notices");
        try (KafkaConsumer<String, String> consumer = consumer("newcomer");
                ConsumerLag lag = new ConsumerLag(kafka.bootstrapServers(), List.of("newcomer"))) {
            consumer.subscribe(List.of("notices"));
            await().until(() -> consumer.poll(Duration.ofMillis(100)).isEmpty()
                    && !consumer.assignment().isEmpty());

            assertThat(lag.read()).isEqualTo(new ConsumerLag.Reading(0, 3));
        }
    }

    @Test
    void an_unavailable_broker_is_reported() {
        try (ConsumerLag lag = new ConsumerLag("127.0.0.1:1", List.of("order-service"))) {
            assertThatThrownBy(lag::read).hasMessageContaining("Kafka does not answer");
        }
    }

    private static void createTopic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void forgetAll(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (var partition : admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()) {
                // -1 is the end of the partition.
                all.put(new TopicPartition(topic, partition.partition()), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
    }

    private static KafkaConsumer<String, String> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static void send(String topic, int count) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, "journey", "fact " + i))
                        .get();
            }
        }
    }
}
