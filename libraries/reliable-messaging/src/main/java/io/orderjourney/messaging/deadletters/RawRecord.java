package io.orderjourney.messaging.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.messaging.deadletters.DeadLetter.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A Kafka record before anything is believed about it; kept byte for byte in a dead letter. */
public record RawRecord(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
        return new RawRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.value(), headers);
    }

    /** The last header of this name, as text; null if there is none. */
    @Nullable
    public String header(String name) {
        String found = null;
        for (Header header : headers) {
            if (header.name().equals(name) && header.value() != null) {
                found = new String(header.value(), StandardCharsets.UTF_8);
            }
        }
        return found;
    }

    public String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    public int bytes() {
        int bytes = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        for (Header header : headers) {
            bytes += header.name().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    /** Tells redeliveries of one record from another record at the same offset of a topic that was made anew. */
    public byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key == null ? new byte[0] : key);
            digest.update((byte) 0);
            digest.update(value == null ? new byte[0] : value);
            digest.update(headersJson().getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** JSON with the values in Base64, since a header's value may be any bytes. */
    public String headersJson() {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers can always be written", e);
        }
    }

    public static List<Header> headersOf(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Header>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of a dead letter were not written by this class", e);
        }
    }
}
