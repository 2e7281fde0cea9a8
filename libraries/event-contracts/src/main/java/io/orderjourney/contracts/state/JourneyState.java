package io.orderjourney.contracts.state;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one journey stands; the latest record of a journey is all another system needs.
 *
 * @param stage the last milestone reached, e.g. PLACED, CONFIRMED, APPROVED, SIGNED, READY, COMPLETED
 */
public record JourneyState(
        UUID journeyId,
        String orderNumber,
        UUID customerId,
        String stage,
        boolean open,
        List<PromiseState> promises,
        @Nullable NextStep nextStep,
        Instant changedAt) {}
