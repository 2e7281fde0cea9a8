package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.TopicAccess;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** The rules of the broker are enough for the whole service: it publishes, consumes, commits. */
@QuarkusTest
@QuarkusTestResource(value = GuardedServers.class, restrictToAnnotatedClass = true)
class GuardedBrokerStoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void an_order_is_published_and_everything_is_consumed_by_a_service_that_has_only_its_own_rights() throws Exception {
        UUID order = Shop.place("ON_PICKUP");

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(keys(EventTypes.ORDER_PLACED.topic())).contains(order.toString()));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(committedTopics()).contains("orders", "promises"));
        assertThat(TopicAccess.readBy("order-service")).containsAll(committedTopics());
    }

    /** The topics of which the service has committed an offset. */
    private static Set<String> committedTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", administration()))) {
            return admin
                    .listConsumerGroupOffsets("order-service")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .stream()
                    .map(TopicPartition::topic)
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> keys(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", administration()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Set<String> keys = new HashSet<>();
            consumer.poll(Duration.ofSeconds(2)).forEach(record -> keys.add(record.key()));
            return keys;
        }
    }

    private static String administration() {
        return System.getProperty(GuardedServers.ADMINISTRATION, "");
    }
}
