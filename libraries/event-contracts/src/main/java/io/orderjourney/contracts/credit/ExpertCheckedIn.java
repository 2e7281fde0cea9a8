package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;

/**
 * The expert of an appointment is on duty at the pickup point.
 *
 * @param startsAt start of the appointment that is now confirmed
 */
public record ExpertCheckedIn(UUID applicationId, String expertId, Instant startsAt, Instant checkedInAt) {}
