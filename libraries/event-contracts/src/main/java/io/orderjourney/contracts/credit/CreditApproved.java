package io.orderjourney.contracts.credit;

import io.orderjourney.contracts.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The bank approved the credit.
 */
public record CreditApproved(UUID applicationId, String bank, Money approvedAmount, Instant decidedAt) {}
