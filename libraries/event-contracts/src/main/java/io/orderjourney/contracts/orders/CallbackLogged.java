package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.CallOutcome;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody called a customer back who had asked for it.
 *
 * @param promiseId the promised call
 * @param calledBy who made the call
 */
public record CallbackLogged(UUID promiseId, String calledBy, CallOutcome outcome, Instant calledAt) {}
