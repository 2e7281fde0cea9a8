package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;

/**
 * The bank refused the credit.
 */
public record CreditRefused(UUID applicationId, String bank, Instant decidedAt) {}
