package io.orderjourney.fulfillment.supply;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is reserved of one item for an order.
 *
 * @param quantity pieces ordered
 * @param onShelf pieces reserved on the shelf of the pickup point
 * @param claims pieces of purchase orders that the order waits for
 */
public record ReservedLine(String sku, String name, int quantity, int onShelf, List<Claim> claims) {

    /** Pieces of a purchase order that one order waits for. */
    public record Claim(UUID purchaseOrderId, String supplier, Instant etaAt, int pieces) {}

    public ReservedLine {
        claims = List.copyOf(claims);
    }

    /** Pieces that are not on the shelf for this order yet. */
    public int missing() {
        return quantity - onShelf;
    }

    /** Pieces without a known source. */
    public int unknown() {
        return missing() - claims.stream().mapToInt(Claim::pieces).sum();
    }

    /** The line with its share of the shelf and of what will come. */
    public ReservedLine with(Share share) {
        return new ReservedLine(sku, name, quantity, onShelf + share.fromShelf(), share.claims());
    }

    /** The line after reserved pieces turned out to be unusable. */
    public ReservedLine lost(int pieces) {
        if (pieces > onShelf) {
            throw new IllegalArgumentException("Only " + onShelf + " pieces of " + sku + " are reserved");
        }
        return new ReservedLine(sku, name, quantity, onShelf - pieces, claims);
    }
}
