package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.UUID;

/**
 * What a purchase order will still bring of one item.
 *
 * @param pieces not yet arrived, 1 or more
 */
public record Incoming(UUID purchaseOrderId, String supplier, Instant etaAt, int pieces) {}
