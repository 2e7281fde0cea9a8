package io.orderjourney.notification.partners;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By when a partner said that they would do their part in a journey.
 *
 * @param firstAt what they said first: it never changes, and the score is counted against it
 * @param lastAt what they said last
 * @param moves how often they put it back or forward
 * @param doneAt when they did it; absent while it is open
 */
public record PartnerWord(
        UUID journeyId,
        PartnerRole role,
        String partner,
        Instant firstAt,
        Instant lastAt,
        int moves,
        @Nullable Instant doneAt) {

    /** What became of a word. */
    public enum Outcome {
        /** Done by the time that they said first. */
        KEPT,
        /** Later than they said first, by the time that they said last: they told us. */
        MOVED,
        /** Later than they ever said. */
        BROKEN
    }

    /** Something that was said for the first time. */
    public static PartnerWord first(UUID journeyId, PartnerRole role, String partner, Instant at) {
        return new PartnerWord(journeyId, role, partner, at, at, 0, null);
    }

    /** The word after they said something else, or the same again. */
    public PartnerWord then(PartnerWord next) {
        return new PartnerWord(
                journeyId,
                role,
                next.partner(),
                firstAt,
                next.lastAt(),
                moves + (next.lastAt().equals(lastAt) ? 0 : 1),
                doneAt);
    }

    /** @throws NullPointerException if it is open */
    public Outcome outcome(Duration grace) {
        Instant done = Objects.requireNonNull(doneAt);
        if (!done.isAfter(firstAt.plus(grace))) {
            return Outcome.KEPT;
        }
        return done.isAfter(lastAt.plus(grace)) ? Outcome.BROKEN : Outcome.MOVED;
    }

    /** How long after they said first it was done; nothing if it was in time. */
    public Duration late(Duration grace) {
        Instant done = Objects.requireNonNull(doneAt);
        return outcome(grace) == Outcome.KEPT ? Duration.ZERO : Duration.between(firstAt, done);
    }
}
