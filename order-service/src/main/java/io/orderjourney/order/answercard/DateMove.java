package io.orderjourney.order.answercard;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise got a new due time.
 *
 * @param announcedAt when a delay notice with this date was handed over; null if none was
 */
public record DateMove(
        int revision,
        Instant previousDueAt,
        Instant dueAt,
        ReasonCode reason,
        String decidedBy,
        boolean bySystem,
        Instant rescheduledAt,
        @Nullable Instant announcedAt) {}
