package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The goods of the order are reserved, on the shelf or in a purchase order that is on its way. Told again, without a
 * date, when nobody knows any more when they come.
 *
 * @param onShelf all lines lie at this pickup point
 * @param purchaseOrderIds what the missing lines wait for
 * @param expectedAt the latest ETA of these purchase orders; absent if all lie on the shelf, or nobody knows
 * @param supplier who said that ETA; absent without one
 */
public record GoodsReserved(
        String pickupPoint,
        boolean onShelf,
        List<UUID> purchaseOrderIds,
        @Nullable Instant expectedAt,
        Instant reservedAt,
        @Nullable String supplier) {

    /** Goods of no supplier that is known. */
    public GoodsReserved(
            String pickupPoint,
            boolean onShelf,
            List<UUID> purchaseOrderIds,
            @Nullable Instant expectedAt,
            Instant reservedAt) {
        this(pickupPoint, onShelf, purchaseOrderIds, expectedAt, reservedAt, null);
    }
}
