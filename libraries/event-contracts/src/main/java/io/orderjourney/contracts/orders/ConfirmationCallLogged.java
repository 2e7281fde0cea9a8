package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.CallOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at SALES called the customer to confirm the order.
 *
 * @param attempt counts from 1
 * @param callAgainAt when the customer asked to be called, with outcome CALL_LATER
 */
public record ConfirmationCallLogged(
        String calledBy,
        CallOutcome outcome,
        int attempt,
        @Nullable Instant callAgainAt,
        Instant calledAt) {}
