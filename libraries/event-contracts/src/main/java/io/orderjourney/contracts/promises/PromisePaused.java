package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import java.time.Instant;
import java.util.UUID;

/**
 * It is the customer's turn: until they act, the clock of this promise stands still and its desk owes nothing. A new date ends the waiting.
 */
public record PromisePaused(
        UUID promiseId, PromiseKind kind, WaitingReason reason, Instant pausedAt, Instant waitsUntilAt) {}
