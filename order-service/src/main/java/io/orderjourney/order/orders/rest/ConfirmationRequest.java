package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.order.orders.CallReport;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the confirmation call ended. */
@Schema(description = "How the confirmation call ended")
record ConfirmationRequest(
        @NotNull CallOutcome outcome,

        @Nullable
        @Schema(
                description = "With CALL_LATER, and only then: when the customer wants to be called",
                examples = "2026-01-12T17:00:00+01:00")
        OffsetDateTime callAgainAt) {

    CallReport toReport() {
        return new CallReport(outcome, callAgainAt == null ? null : callAgainAt.toInstant());
    }
}
