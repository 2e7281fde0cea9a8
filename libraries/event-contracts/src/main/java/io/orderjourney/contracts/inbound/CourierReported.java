package io.orderjourney.contracts.inbound;

import io.orderjourney.contracts.CourierReport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A courier reports of a parcel; key = the order's journey id, which is on the label.
 *
 * @param etaAt with ETA, and only then
 */
public record CourierReported(
        UUID journeyId, CourierReport report, @Nullable Instant etaAt, Instant reportedAt) {}
