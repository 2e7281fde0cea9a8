package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner confirms that the agreed time will hold (the expert is in, the counter is staffed).
 *
 * @param revision the revision that is confirmed; a later reschedule needs a new confirmation
 */
public record PromiseConfirmed(UUID promiseId, PromiseKind kind, int revision, String evidence, Instant confirmedAt) {}
