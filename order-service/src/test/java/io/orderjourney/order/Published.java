package io.orderjourney.order;

import io.orderjourney.contracts.testing.PublishedContract;
import io.orderjourney.testservers.TopicTail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads from the real broker what was published, and checks every record against its contract. */
public final class Published {

    private static final String SELF = "/order-service";

    private Published() {}

    /** One record with its envelope. */
    public record Fact(String type, String id, int sequence, String correlation, byte @Nullable [] data) {

        public String json() {
            return data == null ? "" : new String(data, StandardCharsets.UTF_8);
        }
    }

    /** What order-service published with this key so far, in the order of the topic. */
    public static List<Fact> on(String topic, UUID key) {
        List<Fact> facts = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : TopicTail.of(topic)) {
            boolean wanted = record.key() != null
                    && key.toString().equals(new String(record.key(), StandardCharsets.UTF_8))
                    && SELF.equals(header(record, "ce_source"));
            if (wanted) {
                facts.add(fact(record));
            }
        }
        return facts;
    }

    private static Fact fact(ConsumerRecord<byte[], byte[]> record) {
        String type = header(record, "ce_type");
        if (record.value() != null) {
            PublishedContract.check(type, record.value());
        }
        return new Fact(
                type,
                header(record, "ce_id"),
                Integer.parseInt(header(record, "ce_sequence")),
                header(record, "ce_correlationid"),
                record.value());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
