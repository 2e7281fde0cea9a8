package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bank confirmed that it has the application.
 *
 * @param expectedDecisionAt the bank's own word about its decision
 */
public record ApplicationReceivedByBank(
        UUID applicationId,
        String bank,
        String bankReference,
        @Nullable Instant expectedDecisionAt,
        Instant receivedAt) {}
