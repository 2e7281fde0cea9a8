package io.orderjourney.operations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.testing.GoldenSample;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.messaging.testing.AllowedSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lays onto every topic that a service consumes what does not belong there: for each type that it acts on, the contract's own
 * sample with one thing wrong. Each has to be found again at the door of the dead letters, with its reason.
 */
public final class MalformedEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<EventType<?>> facts = new LinkedHashSet<>();
    private final Set<EventType<?>> states = new LinkedHashSet<>();
    private final Map<String, String> reasonByPlace = new LinkedHashMap<>();

    /** A good record with one thing wrong. */
    private enum Fault {
        EMPTY("malformed", draft -> draft.value = new byte[0]),
        NOT_JSON("malformed", draft -> draft.value = bytes("<order/>")),
        NOT_UTF_8("malformed", draft -> draft.value = new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
        TRUNCATED(
                "malformed",
                draft -> draft.value = new String(draft.value, StandardCharsets.UTF_8)
                        .substring(0, draft.value.length / 2)
                        .getBytes(StandardCharsets.UTF_8)),
        AN_ARRAY("malformed", draft -> draft.value = bytes("[]")),
        ANOTHER_SHAPE("malformed", Draft::turnFieldsIntoObjects),
        JAVA_SERIALIZED("malformed", draft -> draft.value = new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}),
        TOO_DEEP("limit-exceeded", draft -> draft.value = bytes("{\"more\":" + "[".repeat(5_000))),
        TOO_LARGE("limit-exceeded", draft -> draft.value = bytes("{\"more\":\"" + "x".repeat(300_000) + "\"}")),
        NO_ID("envelope-invalid", draft -> draft.headers.remove("ce_id")),
        NO_SOURCE("envelope-invalid", draft -> draft.headers.remove("ce_source")),
        ANOTHER_SOURCE("not-authorised", draft -> draft.headers.put("ce_source", "/somebody")),
        NO_TYPE("envelope-invalid", draft -> draft.headers.remove("ce_type")),
        NO_HEADERS("envelope-invalid", draft -> draft.headers.clear()),
        NO_TIME("envelope-invalid", draft -> draft.headers.put("ce_time", "yesterday")),
        OLD_ENVELOPE("envelope-invalid", draft -> draft.headers.put("ce_specversion", "0.3")),
        ANOTHER_KEY(
                "envelope-invalid",
                draft -> draft.headers.put("ce_correlationid", UUID.randomUUID().toString())),
        NO_JOURNEY_BUT_TEXT("envelope-invalid", draft -> draft.headers.put("ce_correlationid", "A-100042")),
        NEWER_VERSION(
                "schema-unsupported",
                draft -> draft.headers.computeIfPresent(
                        "ce_type", (header, type) -> type.replaceFirst("v[0-9]+$", "v999")));

        private final String reason;
        private final Consumer<Draft> change;

        Fault(String reason, Consumer<Draft> change) {
            this.reason = reason;
            this.change = change;
        }
    }

    private static final class Draft {
        private final EventType<?> type;
        private final String topic;
        private final String key = UUID.randomUUID().toString();
        private final Map<String, String> headers = new HashMap<>();
        private byte[] value;

        Draft(EventType<?> type) {
            this.type = type;
            topic = type.topic();
            value = GoldenSample.of(type).json();
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", UUID.randomUUID().toString());
            headers.put("ce_source", AllowedSender.of(type, MalformedEvents::setting));
            headers.put("ce_type", type.wireName());
            headers.put("ce_time", "2026-03-02T12:00:00Z");
        }

        void turnFieldsIntoObjects() {
            try {
                ObjectNode data = (ObjectNode) MAPPER.readTree(value);
                List<String> names = new ArrayList<>();
                data.fieldNames().forEachRemaining(names::add);
                names.forEach(name -> data.putObject(name).putArray("odd"));
                value = MAPPER.writeValueAsBytes(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ProducerRecord<byte[], byte[]> record() {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), value);
            headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
            AllowedSender.sign(record, type, MalformedEvents::setting);
            return record;
        }
    }

    /** Takes the types that these consume: a service ignores a type that it does not know. */
    public MalformedEvents(
            Iterable<? extends EventConsumer> subscribers, Iterable<? extends StateConsumer<?>> keepers) {
        subscribers.forEach(subscriber -> facts.addAll(subscriber.types()));
        keepers.forEach(keeper -> states.add(keeper.type()));
        assertThat(facts).isNotEmpty();
    }

    /** Sends them all, each of a journey of its own, so that they lie in every partition. */
    public void send(String kafka) {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Fault fault : Fault.values()) {
                for (EventType<?> type : facts) {
                    send(producer, type, fault);
                }
                for (EventType<?> type : states) {
                    send(producer, type, fault);
                }
            }
        }
    }

    private void send(Producer<byte[], byte[]> producer, EventType<?> type, Fault fault) {
        Draft draft = new Draft(type);
        fault.change.accept(draft);
        try {
            RecordMetadata sent = producer.send(draft.record()).get();
            reasonByPlace.put(DeadLetterClient.place(sent.topic(), sent.partition(), sent.offset()), fault.reason);
        } catch (ExecutionException e) {
            throw new AssertionError("The broker did not take " + fault + " of " + type.wireName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every one of them stands among the dead letters, for the reason that is its own. */
    public void requireDeadLettered(DeadLetterClient desk) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(desk.reasonByPlace()).containsAllEntriesOf(reasonByPlace));
    }

    private static @Nullable String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
