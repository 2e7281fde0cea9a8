package io.orderjourney.testservers;

import io.orderjourney.stack.servers.LocalKafka;
import io.orderjourney.stack.servers.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the archive of classes that every broker of a test run starts with: a run starts some thirty of them. The broker does
 * once what brokers do, so that the archive holds what that needs.
 */
public final class BrokerArchive {

    private static final String TOPIC = "parcels";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_MAX = 150;

    private BrokerArchive() {}

    /** The argument is the file to make. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("broker-archive-");
        try (LocalKafka kafka = LocalKafka.in(directory, 0, 0).archiveClassesTo(Path.of(arguments[0]))) {
            kafka.start();
            exchangeOneRecord(kafka.bootstrapServers());
        } finally {
            Trees.delete(directory);
        }
    }

    private static void exchangeOneRecord(String bootstrapServers) throws Exception {
        Map<String, Object> server = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(server)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(server, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "one", "record")).get();
        }
        Map<String, Object> reader =
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "readers", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int polls = 0; polls < POLLS_MAX && consumer.poll(POLL).isEmpty(); polls++) {
                // The group is still being formed.
            }
            consumer.commitSync();
        }
    }
}
