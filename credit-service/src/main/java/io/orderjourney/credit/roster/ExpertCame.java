package io.orderjourney.credit.roster;

import java.time.Instant;

/** Inside this service, in the same transaction: an expert was seen at the pickup point. */
public record ExpertCame(String expertId, String pickupPoint, Instant checkedInAt, String actor) {}
