package io.orderjourney.fulfillment.supply;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why stock is allocated again.
 *
 * @param what in words, as evidence for the promises that it keeps
 * @param happenedAt when goods came in; otherwise when it became known
 * @param purchaseOrderId the purchase order it is about, if any
 * @param orderId the order whose own goods it is about, if any
 * @param reason why a date differs now
 */
public record SupplyChanged(
        String what,
        Instant happenedAt,
        @Nullable UUID purchaseOrderId,
        @Nullable UUID orderId,
        ReasonCode reason,
        Trigger trigger) {

    /** A shelf was counted. */
    public static SupplyChanged counted(Instant happenedAt, Trigger trigger) {
        return new SupplyChanged(
                "counted by " + trigger.actor(), happenedAt, null, null, ReasonCode.GOODS_MISSING, trigger);
    }

    /** An order that had reserved goods wants them no more; another one may have them. */
    public static SupplyChanged released(String what, Instant happenedAt, Trigger trigger) {
        return new SupplyChanged(what, happenedAt, null, null, ReasonCode.GOODS_MISSING, trigger);
    }

    /** The goods that were reserved for this order are unusable. */
    public static SupplyChanged lost(UUID orderId, String what, Instant happenedAt, Trigger trigger) {
        return new SupplyChanged(what, happenedAt, null, orderId, ReasonCode.GOODS_MISSING, trigger);
    }

    /** A purchase order was placed, goods of it arrived, or its ETA changed; null for goods without one. */
    public static SupplyChanged ofPurchaseOrder(
            @Nullable UUID purchaseOrderId, String what, Instant happenedAt, ReasonCode reason, Trigger trigger) {
        return new SupplyChanged(what, happenedAt, purchaseOrderId, null, reason, trigger);
    }
}
