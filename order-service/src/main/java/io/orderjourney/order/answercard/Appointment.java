package io.orderjourney.order.answercard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where the customer signs.
 *
 * @param expertInAt since when the expert is known to be in; null as long as nobody vouched for it
 */
public record Appointment(
        String pickupPoint,
        String expertId,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant expertInAt) {}
