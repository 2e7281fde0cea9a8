package io.orderjourney.order.answercard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank's papers are.
 *
 * @param lastSeen in words, while somebody searches for them
 */
public record Papers(Place place, Instant since, @Nullable String lastSeen) {

    /** What is known of them. */
    public enum Place {
        /** The bank sent them. */
        SENT,
        /** The bank says that they were handed over; nobody here has them. */
        SAID_TO_BE_DELIVERED,
        /** They should be there and are not. */
        SEARCHED_FOR,
        /** They lie at the pickup point. */
        CHECKED_IN
    }
}
