package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;

/**
 * dueAt passed unkept.
 *
 * @param unannounced no delay notice was handed over before dueAt: the worst class
 */
public record PromiseMissed(
        UUID promiseId,
        PromiseKind kind,
        Desk desk,
        int revision,
        Instant dueAt,
        boolean unannounced,
        Instant missedAt) {}
