package io.orderjourney.order;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.TopicAccess;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.testservers.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The three other services, as Kafka sees them. They publish everything twice, as may happen on a bad day. */
public final class OtherServices implements AutoCloseable {

    private final InstantSource clock;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    public OtherServices(InstantSource clock) {
        this.clock = clock;
    }

    /** The service publishes a fact of a journey, twice. Returns the event's id. */
    public <T> UUID publish(String service, EventType<T> type, UUID journey, T data) {
        UUID id = UUID.randomUUID();
        int sequence = sequences.merge(service + journey, 1, Integer::sum);
        for (int i = 0; i < 2; i++) {
            send(
                    type.topic(),
                    journey.toString(),
                    ContractJson.write(data),
                    Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", id.toString(),
                            "ce_source", "/" + service,
                            "ce_type", type.wireName(),
                            "ce_time", clock.instant().toString(),
                            "ce_subject", journey.toString(),
                            "ce_partitionkey", journey.toString(),
                            "ce_sequence", Integer.toString(sequence),
                            "ce_correlationid", journey.toString(),
                            "content-type", "application/json"));
        }
        return id;
    }

    /** A key of a compacted topic has this value now. */
    public <T> void state(EventType<T> type, String key, T value, int revision) {
        send(
                type.topic(),
                key,
                ContractJson.write(value),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        TopicAccess.sources(type).iterator().next(),
                        "ce_type",
                        type.wireName(),
                        "ce_time",
                        clock.instant().toString(),
                        "ce_subject",
                        key,
                        "ce_partitionkey",
                        key,
                        "ce_sequence",
                        Integer.toString(revision),
                        "content-type",
                        "application/json"));
    }

    /** Any bytes, as anybody may send them. */
    public void send(String topic, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** The service makes a promise. Returns the promise's id. */
    public UUID promise(String service, UUID journey, PromiseKind kind, Instant dueAt, PromiseKind... waitsFor) {
        KindPolicy policy = ShopPolicies.initial().kinds().get(kind);
        UUID id = UUID.randomUUID();
        boolean window = policy.precision() == Precision.WINDOW;
        publish(
                service,
                EventTypes.PROMISE_MADE,
                journey,
                new PromiseMade(
                        id,
                        kind,
                        policy.desk(),
                        policy.partner(),
                        UUID.randomUUID(),
                        "policy",
                        "pl",
                        kind + " for Jan",
                        dueAt,
                        window ? dueAt.minus(Duration.ofHours(1)) : null,
                        policy.precision(),
                        List.of(waitsFor),
                        clock.instant()));
        return id;
    }

    public void keep(String service, UUID journey, UUID promise, PromiseKind kind) {
        publish(service, EventTypes.PROMISE_KEPT, journey, new PromiseKept(promise, kind, "evidence", clock.instant()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
