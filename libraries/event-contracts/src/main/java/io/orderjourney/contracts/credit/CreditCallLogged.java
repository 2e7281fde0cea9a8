package io.orderjourney.contracts.credit;

import io.orderjourney.contracts.CallOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The credit desk called the customer about the application.
 *
 * @param applicationComplete all that the bank asks for is known
 */
public record CreditCallLogged(
        UUID applicationId,
        String calledBy,
        CallOutcome outcome,
        boolean applicationComplete,
        @Nullable Instant callAgainAt,
        Instant calledAt) {}
