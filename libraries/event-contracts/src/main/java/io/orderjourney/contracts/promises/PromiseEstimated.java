package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a promise knows something about the date: a supplier's ETA, a bank's estimate, a roster.
 *
 * @param expectedAt absent when the earlier estimate no longer holds and no new one is known
 */
public record PromiseEstimated(
        UUID promiseId,
        PromiseKind kind,
        @Nullable Instant expectedAt,
        ReasonCode reason,
        String estimatedBy,
        Instant estimatedAt) {}
