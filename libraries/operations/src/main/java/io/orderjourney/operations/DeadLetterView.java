package io.orderjourney.operations;

import io.orderjourney.messaging.deadletters.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be applied.
 *
 * @param id for the addresses below
 * @param reason why it is here, such as {@code malformed}
 * @param detail what was wrong; never repeats the record
 * @param attempts how often applying it was tried
 */
public record DeadLetterView(
        long id,
        String status,
        String reason,
        String detail,
        String topic,
        int partition,
        long offset,
        @Nullable UUID eventId,
        @Nullable String type,
        @Nullable UUID journeyId,
        Instant receivedAt,
        int attempts,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String settledBecause) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.status().name(),
                letter.reason().wireName(),
                letter.detail(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.eventId(),
                letter.type(),
                letter.journeyId(),
                letter.receivedAt(),
                letter.attempts(),
                letter.settledAt(),
                letter.settledBy(),
                letter.settledBecause());
    }

    /** The letter with the record as it came, and what was done with it. */
    @Schema(name = "DeadLetterContent")
    public record Content(
            DeadLetterView letter,
            List<Header> headers,
            @Nullable Bytes key,
            @Nullable Bytes value,
            List<DeadLetter.Action> actions) {

        static Content of(DeadLetter.Content content) {
            return new Content(
                    DeadLetterView.of(content.letter()),
                    content.headers().stream()
                            .map(header -> new Header(header.name(), Bytes.of(header.value())))
                            .toList(),
                    Bytes.of(content.key()),
                    Bytes.of(content.value()),
                    content.actions());
        }
    }

    /** One Kafka header. */
    @Schema(name = "RecordHeader")
    public record Header(String name, @Nullable Bytes value) {}

    /** Bytes as text where they are UTF-8, else as Base64. */
    @Schema(name = "RecordBytes")
    public record Bytes(@Nullable String text, @Nullable String base64) {

        static @Nullable Bytes of(byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            try {
                return new Bytes(
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString(),
                        null);
            } catch (CharacterCodingException e) {
                return new Bytes(null, Base64.getEncoder().encodeToString(bytes));
            }
        }
    }
}
