package io.orderjourney.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients with the settings that the delivery guarantee rests on; none of them can be configured away. */
public final class KafkaClients {

    /** What one poll may bring: bounds both the memory and the size of a transaction. */
    public static final int POLL_RECORDS_MAX = 500;

    private final Map<String, Object> connection;
    private final String service;
    private final Optional<Instant> readFrom;

    /**
     * @param connection where the broker is and how to log in ({@code bootstrap.servers}, {@code security.protocol} ...), and,
     *     where an installation wants others than ours, the clients' timeouts; what the guarantees rest on is set here
     * @param service the name of the service, which is its consumer group
     */
    public KafkaClients(Map<String, Object> connection, String service) {
        this(connection, service, Optional.empty());
    }

    /** @param readFrom the real time from which on consumers read once more when they start; empty: from where they were */
    public KafkaClients(Map<String, Object> connection, String service, Optional<Instant> readFrom) {
        this.connection = Map.copyOf(connection);
        this.service = service;
        this.readFrom = readFrom;
    }

    public Optional<Instant> readFrom() {
        return readFrom;
    }

    public Map<String, Object> connection() {
        return connection;
    }

    public String group() {
        return service;
    }

    /** Acknowledged by all replicas, in order, and given up in bounded time, since the outbox still has everything. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Not five: a partition that does not know the producer yet takes any first sequence number. If the first
        // request is refused while a leader is being chosen and the second is not, the second stays in front of
        // the first for ever.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 6_000);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** From the beginning if the group is new; offsets are committed by hand, after the database. */
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-consumer");
        config.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS_MAX);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        // How long a killed replica keeps its partitions; the shortest that a broker accepts by default.
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        // A topic that another service creates later is found soon.
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
