package io.orderjourney.replay;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order as it really went.
 *
 * @param startedAt when it was approved
 * @param handedOverAt when the courier took it; absent if nobody knows
 * @param promisedOn the day by whose end it was promised
 * @param dueAt the end of that day
 */
record Order(
        String id,
        Instant startedAt,
        @Nullable Instant handedOverAt,
        Instant deliveredAt,
        LocalDate promisedOn,
        Instant dueAt) {

    /** Delivered after the promised day: the slip that should have been announced. */
    boolean isSlip() {
        return deliveredAt.isAfter(dueAt);
    }
}
