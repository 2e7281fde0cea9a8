package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.UUID;

/** Pieces of a purchase order that one order waits for. */
public record Claim(UUID purchaseOrderId, String supplier, Instant etaAt, int pieces) {}
