package io.orderjourney.contracts.inbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier reports when a purchase order will arrive; key = purchase order id.
 */
public record SupplierEtaReported(
        UUID purchaseOrderId, Instant etaAt, @Nullable String why, Instant reportedAt) {}
