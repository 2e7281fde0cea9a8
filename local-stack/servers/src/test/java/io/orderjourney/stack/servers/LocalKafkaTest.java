package io.orderjourney.stack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    static Path directory;

    private static LocalKafka kafka;

    /** A topic of the test's own: all tests kill and restart one broker. */
    private final String orders = "orders-" + UUID.randomUUID();

    @BeforeAll
    static void make() {
        kafka = LocalKafka.in(directory, 0, 0);
    }

    @BeforeEach
    void start() {
        ChildProcess process = kafka.process();
        if (process == null || !process.isAlive()) {
            kafka.start();
        }
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @Test
    void acknowledged_records_survive_signal_9() throws Exception {
        createTopic();
        send("before");
        long killed = kafka.pid();

        kafka.kill();
        assertThat(ProcessHandle.of(killed)).isEmpty();
        kafka.start();
        send("after");

        assertThat(records(2)).containsExactly("before", "after");
    }

    @Test
    void stopping_in_order_and_starting_again_keeps_the_records() throws Exception {
        createTopic();
        send("before");

        kafka.restart();

        assertThat(records(1)).containsExactly("before");
    }

    @Test
    void a_topic_has_four_partitions_and_is_never_made_by_itself() throws Exception {
        createTopic();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.describeTopics(List.of(orders))
                            .allTopicNames()
                            .get()
                            .get(orders)
                            .partitions())
                    .hasSize(4);
            String unknown = "unknown-" + orders;
            try (KafkaConsumer<String, String> consumer = consumer()) {
                consumer.partitionsFor(unknown);
            }
            assertThat(admin.listTopics().names().get()).contains(orders).doesNotContain(unknown);
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(orders, Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private void send(String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(orders, "same journey", value)).get();
        }
    }

    private List<String> records(int count) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.subscribe(List.of(orders));
            List<String> seen = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    seen.add(record.value());
                }
                return seen.size() >= count;
            });
            return seen;
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "test-" + orders,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
