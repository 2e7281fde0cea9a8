package io.orderjourney.messaging.log;

import io.orderjourney.contracts.EventType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is about to be recorded in the {@link JourneyLog}.
 *
 * @param actor who did it: a person, a partner or the service itself
 * @param reason why, if somebody had to decide
 * @param causationId the id of the event that this one answers to
 */
public record NewEvent<T>(
        EventType<T> type,
        UUID journeyId,
        T data,
        String actor,
        @Nullable String reason,
        @Nullable UUID causationId) {

    public NewEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(journeyId, "journeyId");
        Objects.requireNonNull(data, "data");
        requireStorable(Objects.requireNonNull(actor, "actor"));
        requireStorable(reason);
    }

    /** PostgreSQL's text cannot hold the character zero; better to hear it here than at the commit. */
    private static void requireStorable(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Actor and reason cannot hold the character zero");
        }
    }

    public static <T> NewEvent<T> of(EventType<T> type, UUID journeyId, T data, String actor) {
        return new NewEvent<>(type, journeyId, data, actor, null, null);
    }

    /** The same fact with the reason of whoever decided it. */
    public NewEvent<T> because(@Nullable String why) {
        return new NewEvent<>(type, journeyId, data, actor, why, causationId);
    }

    /** The same fact as the answer to the event that caused it. */
    public NewEvent<T> causedBy(@Nullable UUID cause) {
        return new NewEvent<>(type, journeyId, data, actor, reason, cause);
    }
}
