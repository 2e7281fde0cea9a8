package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journey as far as the watch must know it. */
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
