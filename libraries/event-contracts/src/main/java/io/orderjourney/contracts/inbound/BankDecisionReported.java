package io.orderjourney.contracts.inbound;

import io.orderjourney.contracts.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank gateway reports a decision; key = our reference (the application id).
 */
public record BankDecisionReported(
        UUID reference,
        String bankReference,
        BankDecision decision,
        @Nullable Money approvedAmount,
        Instant decidedAt) {}
