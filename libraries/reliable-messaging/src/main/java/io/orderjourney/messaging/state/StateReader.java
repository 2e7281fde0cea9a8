package io.orderjourney.messaging.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.messaging.CloudEvents;
import io.orderjourney.messaging.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Turns keys of compacted topics into records, with the values as they are now. */
public final class StateReader {

    /** The source of a topic failed, which must not keep the other topics waiting. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String topic;

        Unreadable(String topic, Throwable cause) {
            super("The states of topic " + topic + " cannot be read: " + cause, cause);
            this.topic = topic;
        }

        public String topic() {
            return topic;
        }
    }

    private final Map<String, StateSource> sources = new HashMap<>();
    private final Transactions transactions;
    private final InstantSource clock;
    private final String source;

    public StateReader(
            List<? extends StateSource> sources, Transactions transactions, InstantSource clock, String source) {
        for (StateSource one : sources) {
            if (this.sources.put(one.topic(), one) != null) {
                throw new IllegalArgumentException("Two sources of the topic " + one.topic());
            }
        }
        this.transactions = transactions;
        this.clock = clock;
        this.source = source;
    }

    /** One record for each key, in the order of the list. */
    public List<ProducerRecord<byte[], byte[]>> read(List<StateOutbox.Waiting> waiting) {
        Map<String, List<String>> keysByTopic = new TreeMap<>();
        waiting.forEach(state -> keysByTopic
                .computeIfAbsent(state.topic(), topic -> new ArrayList<>())
                .add(state.key()));
        Map<String, Map<String, byte[]>> values = new HashMap<>();
        keysByTopic.forEach((topic, keys) -> values.put(topic, read(topic, keys)));
        Instant now = clock.instant();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(waiting.size());
        for (StateOutbox.Waiting state : waiting) {
            byte @Nullable [] value =
                    values.getOrDefault(state.topic(), Map.of()).get(state.key());
            records.add(record(source, typeOf(state.topic()), state, now, value));
        }
        return records;
    }

    /**
     * A compacted topic's record; without data a tombstone. The revision is the sequence, and the id follows from it, so a
     * record that is sent twice has the same id.
     */
    public static ProducerRecord<byte[], byte[]> record(
            String source, String type, StateOutbox.Waiting state, Instant now, byte @Nullable [] data) {
        UUID id = UUID.nameUUIDFromBytes(
                CloudEvents.bytes(source + ' ' + state.topic() + ' ' + state.key() + ' ' + state.revision()));
        return CloudEvents.record(state.topic(), state.key(), source, id, type, now, state.revision(), data);
    }

    private Map<String, byte[]> read(String topic, List<String> keys) {
        try {
            Map<String, byte[]> values = new HashMap<>();
            StateSource found = sources.get(topic);
            if (found == null) {
                throw new IllegalStateException("A key was touched, but no StateSource knows the topic");
            }
            for (Map.Entry<String, Object> current :
                    transactions.call(() -> found.current(keys)).entrySet()) {
                values.put(current.getKey(), ContractJson.mapper().writeValueAsBytes(current.getValue()));
            }
            return values;
        } catch (JsonProcessingException | RuntimeException e) {
            throw new Unreadable(topic, e);
        }
    }

    private String typeOf(String topic) {
        return Objects.requireNonNull(sources.get(topic)).type().wireName();
    }
}
