package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;

/**
 * The bank's papers lie checked in at the pickup point.
 */
public record BankPapersCheckedIn(UUID applicationId, String checkedInBy, Instant checkedInAt) {}
