package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import java.time.Instant;
import java.util.UUID;

/**
 * The customer did not act as long as the shop waited; the owner of the promise decides what follows.
 */
public record WaitingExpired(UUID promiseId, PromiseKind kind, WaitingReason reason, Instant expiredAt) {}
