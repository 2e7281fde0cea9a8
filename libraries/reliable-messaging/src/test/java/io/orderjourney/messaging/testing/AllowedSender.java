package io.orderjourney.messaging.testing;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Hmac;
import io.orderjourney.contracts.RecordSignature;
import io.orderjourney.contracts.TopicAccess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** For tests that write onto a topic: from whom a service takes a type, and how a partner signs it. */
public final class AllowedSender {

    private AllowedSender() {}

    /** A source that tells this type; of suppliers the first one that the settings know. */
    public static String of(EventType<?> type, Function<String, @Nullable String> settings) {
        if (!TopicAccess.isSigned(type)) {
            return TopicAccess.sources(type).stream().findFirst().orElse("/" + type.topic());
        }
        if (type.equals(EventTypes.BANK_DECISION_REPORTED)) {
            return TopicAccess.BANK;
        }
        if (type.equals(EventTypes.COURIER_REPORTED)) {
            return TopicAccess.COURIER;
        }
        return type.equals(EventTypes.STOCK_ARRIVAL_REPORTED)
                ? TopicAccess.WAREHOUSE
                : TopicAccess.PARTNERS + suppliers(settings).keySet().iterator().next();
    }

    /** Signs a record that is otherwise complete with the secret of its source; one of the four services' own is left as it is. */
    public static void sign(
            ProducerRecord<byte[], byte[]> record, EventType<?> type, Function<String, @Nullable String> settings) {
        if (!TopicAccess.isSigned(type)) {
            return;
        }
        String source = text(record, "ce_source");
        String secret = switch (source) {
            case TopicAccess.BANK -> settings.apply("journey.partners.bank.webhook-secret");
            case TopicAccess.COURIER -> settings.apply("journey.partners.courier.webhook-secret");
            case TopicAccess.WAREHOUSE -> settings.apply("journey.partners.warehouse.webhook-secret");
            default -> suppliers(settings).get(source.substring(source.lastIndexOf('/') + 1));
        };
        if (secret == null) {
            return;
        }
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        RecordSignature.Signed signed = new RecordSignature.Signed(
                record.topic(),
                text(record, "ce_id"),
                text(record, "ce_type"),
                source,
                text(record, "ce_time"),
                new String(record.key(), StandardCharsets.UTF_8),
                record.value() == null ? new byte[0] : record.value());
        put(record, RecordSignature.TIMESTAMP, timestamp);
        put(record, RecordSignature.SIGNATURE, RecordSignature.of(secret).sign(signed, timestamp));
    }

    /** Suppliers and workshops, of which a service knows one or the other. */
    private static Map<String, String> suppliers(Function<String, @Nullable String> settings) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String setting : List.of("journey.partners.supplier-secrets", "journey.partners.workshop-secrets")) {
            String configured = settings.apply(setting);
            if (configured != null) {
                secrets.putAll(Hmac.agreedByName(setting, configured));
            }
        }
        return secrets;
    }

    private static void put(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ProducerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
