package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.messaging.testing.GuardedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real broker at which everybody logs in, with the access rules that TopicAccess makes. */
class GuardedBrokerTest {

    @TempDir
    static Path directory;

    private static GuardedBroker broker;

    @BeforeAll
    static void start() {
        broker = new GuardedBroker(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "order-service, orders, fulfillment-service",
        "order-service, customers, notification-service",
        "credit-service, promises, order-service",
        "fulfillment-service, heartbeats, notification-service",
        "bank, bank-decisions, credit-service",
        "warehouse, stock-arrivals, fulfillment-service",
        "courier, supplier-etas, fulfillment-service",
        "suppliers, supplier-etas, fulfillment-service"
    })
    void what_the_rules_allow_arrives(String sender, String topic, String reader) throws Exception {
        String text = sender + " says it on " + topic;

        send(sender, topic, text);

        assertThat(read(reader, reader, topic, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "order-service, credit",
        "credit-service, bank-decisions",
        "notification-service, fulfillment",
        "bank, credit",
        "bank, supplier-etas",
        "courier, stock-arrivals",
        "suppliers, promises"
    })
    void nobody_writes_what_is_anothers(String sender, String topic) {
        assertThatThrownBy(() -> send(sender, topic, "approved"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({"order-service, bank-decisions", "credit-service, replies", "order-service, customers"})
    void a_service_reads_only_what_it_needs(String reader, String topic) {
        assertThatThrownBy(() -> read(reader, reader, topic, "anything"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({"order-service, credit-service", "bank, credit-service"})
    void nobody_takes_a_share_of_anothers_records(String reader, String group) {
        assertThatThrownBy(() -> read(reader, group, "orders", "anything"))
                .isInstanceOfAny(GroupAuthorizationException.class, TopicAuthorizationException.class);
    }

    @Test
    void a_wrong_password_is_refused() {
        KafkaClients clients = clients(broker.connection("order-service", "guessed"), "order-service");

        try (Producer<byte[], byte[]> producer = clients.producer()) {
            assertThatThrownBy(() -> producer.send(record("orders", "stolen")).get())
                    .hasStackTraceContaining(SaslAuthenticationException.class.getName());
        }
    }

    @Test
    void who_does_not_log_in_gets_no_answer() {
        Map<String, Object> plain = Map.of("bootstrap.servers", broker.kafka().bootstrapServers());

        try (Producer<byte[], byte[]> producer = clients(plain, "stranger").producer()) {
            assertThatThrownBy(() -> producer.send(record("orders", "stolen")).get())
                    .hasStackTraceContaining(TimeoutException.class.getName());
        }
    }

    @Test
    void a_service_makes_no_topic() {
        try (Admin admin = Admin.create(broker.connection("order-service"))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("own", 4, (short) 1)))
                            .all()
                            .get())
                    .cause()
                    .isInstanceOfAny(TopicAuthorizationException.class, ClusterAuthorizationException.class);
        }
    }

    private static void send(String principal, String topic, String text) throws Exception {
        try (Producer<byte[], byte[]> producer =
                clients(broker.connection(principal), principal).producer()) {
            producer.send(record(topic, text)).get();
        }
    }

    private static boolean read(String principal, String group, String topic, String wanted) {
        try (Consumer<byte[], byte[]> consumer =
                clients(broker.connection(principal), group).consumer()) {
            consumer.subscribe(List.of(topic));
            List<String> texts = new ArrayList<>();
            long endsAt = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < endsAt && !texts.contains(wanted)) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> texts.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
            return texts.contains(wanted);
        }
    }

    private static KafkaClients clients(Map<String, Object> connection, String service) {
        Map<String, Object> impatient = new HashMap<>(connection);
        impatient.put("max.block.ms", 5_000);
        return new KafkaClients(impatient, service);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String text) {
        return new ProducerRecord<>(topic, CloudEvents.bytes("key"), CloudEvents.bytes(text));
    }
}
