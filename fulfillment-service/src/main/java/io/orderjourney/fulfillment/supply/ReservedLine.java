package io.orderjourney.fulfillment.supply;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is reserved of one item for an order.
 *
 * @param quantity pieces ordered
 * @param priceMinor what all of them cost, in minor units of the order's currency; null where it is not known here
 * @param onShelf pieces reserved on the shelf of the pickup point
 * @param handedOver the customer has them
 * @param claims pieces of purchase orders that the order waits for
 */
public record ReservedLine(
        String sku,
        String name,
        int quantity,
        @Nullable Long priceMinor,
        int onShelf,
        boolean handedOver,
        List<Claim> claims) {

    /** Pieces of a purchase order that one order waits for. */
    public record Claim(UUID purchaseOrderId, String supplier, Instant etaAt, int pieces) {}

    public ReservedLine {
        claims = List.copyOf(claims);
    }

    /** A line that the customer does not have yet, without its price. */
    public ReservedLine(String sku, String name, int quantity, int onShelf, List<Claim> claims) {
        this(sku, name, quantity, null, onShelf, false, claims);
    }

    /** Pieces that are not on the shelf for this order yet. */
    public int missing() {
        return quantity - onShelf;
    }

    /** All pieces lie here for the customer. */
    public boolean isHere() {
        return missing() == 0 && !handedOver;
    }

    /** Pieces without a known source. */
    public int unknown() {
        return missing() - claims.stream().mapToInt(Claim::pieces).sum();
    }

    /** The line with its share of the shelf and of what will come. */
    public ReservedLine with(Share share) {
        return with(onShelf + share.fromShelf(), share.claims());
    }

    /** The line after reserved pieces turned out to be unusable. */
    public ReservedLine lost(int pieces) {
        if (pieces > onShelf) {
            throw new IllegalArgumentException("Only " + onShelf + " pieces of " + sku + " are reserved");
        }
        return with(onShelf - pieces, claims);
    }

    private ReservedLine with(int reserved, List<Claim> awaited) {
        return new ReservedLine(sku, name, quantity, priceMinor, reserved, handedOver, awaited);
    }
}
