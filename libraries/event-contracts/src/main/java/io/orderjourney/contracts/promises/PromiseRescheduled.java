package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise got a new due time.
 *
 * @param revision counts the reschedules of this promise, from 1
 * @param previousDueAt the due time before
 * @param bySystem decided by the last escalation level, not by its desk
 * @param note absent: what people write in their own words is not told any more
 */
public record PromiseRescheduled(
        UUID promiseId,
        PromiseKind kind,
        int revision,
        Instant previousDueAt,
        Instant dueAt,
        @Nullable Instant windowStartAt,
        ReasonCode reason,
        @Nullable String note,
        String decidedBy,
        boolean bySystem,
        String told,
        Instant rescheduledAt) {}
