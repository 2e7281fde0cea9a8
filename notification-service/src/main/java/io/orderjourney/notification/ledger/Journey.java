package io.orderjourney.notification.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service knows of a journey besides its promises. */
public record Journey(
        UUID id,
        String orderNumber,
        UUID customerId,
        String language,
        String payment,
        String pickupPoint,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }
}
