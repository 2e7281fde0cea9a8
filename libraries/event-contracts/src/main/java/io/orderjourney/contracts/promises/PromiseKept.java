package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A promise was kept.
 */
public record PromiseKept(UUID promiseId, PromiseKind kind, String evidence, Instant keptAt) {}
