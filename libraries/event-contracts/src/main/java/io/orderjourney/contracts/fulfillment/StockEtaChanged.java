package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The supplier changed the ETA of goods that this journey waits for.
 */
public record StockEtaChanged(
        UUID purchaseOrderId, String supplier, @Nullable Instant previousEtaAt, Instant etaAt, Instant changedAt) {}
