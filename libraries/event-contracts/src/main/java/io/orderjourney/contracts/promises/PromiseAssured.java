package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner vouches that the agreed time will hold (the expert is in, the counter is staffed).
 *
 * @param revision the revision that is assured; a later move needs a new assurance
 */
public record PromiseAssured(UUID promiseId, PromiseKind kind, int revision, String evidence, Instant assuredAt) {}
