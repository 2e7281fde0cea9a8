package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A promise is void: nobody waits for it any more.
 */
public record PromiseWithdrawn(UUID promiseId, PromiseKind kind, String why, Instant withdrawnAt) {}
