package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;

/**
 * The customer signed the credit agreement at the pickup point.
 */
public record AgreementSigned(UUID applicationId, String expertId, Instant signedAt) {}
