package io.orderjourney.fulfillment.stock;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed about a supply.
 *
 * @param what in words, for the evidence of promises that are kept by it
 * @param happenedAt when goods came in; the time of the news otherwise
 * @param purchaseOrderId the purchase order it is about, if it is about one
 * @param reason why a date is another one now
 */
public record SupplyNews(
        String what, Instant happenedAt, @Nullable UUID purchaseOrderId, ReasonCode reason, Cause cause) {}
