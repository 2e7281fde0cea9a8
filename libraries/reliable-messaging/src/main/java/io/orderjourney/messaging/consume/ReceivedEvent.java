package io.orderjourney.messaging.consume;

import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.RejectedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that another service, a partner or this service published.
 *
 * @param id the same in every delivery of this fact
 * @param source who published it, e.g. {@code /order-service}
 * @param time business time of the source
 * @param key the record's key: the journey id, or on the inbound topics what the contract says
 * @param journey the journey, or null on an inbound topic whose key is something else
 * @param sequence 1, 2, 3 ... per journey and source, over all its topics; 0 if the source does not count
 * @param traceparent the W3C trace context that it was published with
 */
public record ReceivedEvent<T>(
        EventType<T> type,
        UUID id,
        String source,
        Instant time,
        String key,
        @Nullable UUID journey,
        long sequence,
        T data,
        @Nullable UUID causationId,
        @Nullable String traceparent) {

    /** @throws RejectedEvent if the event belongs to no journey: it goes to the dead letters as envelope-invalid */
    public UUID journeyId() {
        if (journey == null) {
            throw new RejectedEvent(DeadLetter.Reason.ENVELOPE_INVALID, "a journey id is missing");
        }
        return journey;
    }
}
