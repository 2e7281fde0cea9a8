package io.orderjourney.fulfillment.supply;

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
 * @param orderId the order whose own goods it is about, if it is about one's
 * @param reason why a date is another one now
 */
public record SupplyChanged(
        String what,
        Instant happenedAt,
        @Nullable UUID purchaseOrderId,
        @Nullable UUID orderId,
        ReasonCode reason,
        Trigger cause) {

    /** News of a supply that belongs to no order. */
    public SupplyChanged(String what, Instant happenedAt, @Nullable UUID purchaseOrderId, ReasonCode reason, Trigger cause) {
        this(what, happenedAt, purchaseOrderId, null, reason, cause);
    }

    /** The goods that were kept for this order are not good any more. */
    public static SupplyChanged lost(UUID orderId, String what, Instant happenedAt, Trigger cause) {
        return new SupplyChanged(what, happenedAt, null, orderId, ReasonCode.GOODS_MISSING, cause);
    }
}
