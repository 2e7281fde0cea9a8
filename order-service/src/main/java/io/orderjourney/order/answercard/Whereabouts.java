package io.orderjourney.order.answercard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the goods are.
 *
 * @param expectedAt when they should be at the pickup point, while they are on their way
 */
public record Whereabouts(Place place, @Nullable Instant expectedAt) {

    /** The places that matter to a customer. */
    public enum Place {
        /** Nothing is reserved yet. */
        NOT_RESERVED,
        /** Nobody has them; they must be ordered. */
        WANTED,
        /** In a purchase order. */
        ON_THE_WAY,
        /** At the customer's pickup point. */
        AT_PICKUP_POINT,
        /** The goods at the pickup point cannot be handed over. */
        NOT_FIT,
        /** With the customer. */
        HANDED_OVER
    }
}
