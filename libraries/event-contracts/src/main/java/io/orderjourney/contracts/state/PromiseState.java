package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One promise of a journey as it stands.
 *
 * @param windowStartAt start of the agreed window, which ends at {@code dueAt}; absent for a promise without one
 */
public record PromiseState(
        UUID promiseId,
        PromiseKind kind,
        Desk desk,
        Instant firstPromisedAt,
        @Nullable Instant windowStartAt,
        Instant dueAt,
        int reschedules,
        @Nullable Instant keptAt,
        @Nullable Instant withdrawnAt) {}
