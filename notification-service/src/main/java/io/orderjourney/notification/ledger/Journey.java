package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.JourneyEnd;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a journey besides its promises.
 *
 * @param closedAt when it ended; absent while it is open
 * @param end how it ended; absent while it is open
 */
public record Journey(
        UUID id,
        String orderNumber,
        UUID customerId,
        String language,
        String payment,
        String pickupPoint,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable JourneyEnd end) {

    public boolean isOpen() {
        return closedAt == null;
    }
}
