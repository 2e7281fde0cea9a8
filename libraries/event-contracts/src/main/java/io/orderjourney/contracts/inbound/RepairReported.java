package io.orderjourney.contracts.inbound;

import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workshop reports of an article that it repairs; a report of another partner changes nothing. Key = the repair's journey id, which is on its label.
 *
 * @param outcome with DIAGNOSED, and only then
 * @param etaAt when the step at hand will be done: with ETA always, with the others if it is known
 */
public record RepairReported(
        UUID journeyId,
        RepairReport report,
        @Nullable RepairOutcome outcome,
        @Nullable Instant etaAt,
        Instant reportedAt) {}
