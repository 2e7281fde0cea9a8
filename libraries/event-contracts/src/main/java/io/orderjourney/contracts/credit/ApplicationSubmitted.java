package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;

/**
 * The complete application was handed to the bank.
 *
 * @param bank the partner who decides
 */
public record ApplicationSubmitted(UUID applicationId, String bank, String submittedBy, Instant submittedAt) {}
