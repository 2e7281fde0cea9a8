package io.orderjourney.contracts.inbound;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse system reports goods that arrived at a pickup point; key = pickup point.
 *
 * @param reference the reporter's own reference; a repeat with the same reference changes nothing
 */
public record StockArrivalReported(
        String reference,
        String pickupPoint,
        @Nullable UUID purchaseOrderId,
        List<ArrivedLine> lines,
        Instant arrivedAt) {}
