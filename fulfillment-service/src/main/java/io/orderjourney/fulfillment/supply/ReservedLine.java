package io.orderjourney.fulfillment.supply;

import java.util.List;

/**
 * What of one item is kept for an order.
 *
 * @param quantity pieces ordered
 * @param onShelf pieces that lie reserved at the pickup point
 * @param claims pieces of purchase orders that the order waits for
 */
public record ReservedLine(String sku, String name, int quantity, int onShelf, List<Claim> claims) {

    public ReservedLine {
        claims = List.copyOf(claims);
    }

    /** Pieces that do not lie reserved yet. */
    public int missing() {
        return quantity - onShelf;
    }

    /** Pieces that nobody knows a source of. */
    int unknown() {
        return missing() - claims.stream().mapToInt(Claim::pieces).sum();
    }

    /** The line with its share of what is there and what will come. */
    public ReservedLine with(Share share) {
        return new ReservedLine(sku, name, quantity, onShelf + share.fromShelf(), share.claims());
    }

    /** The line after pieces that lay reserved turned out to be unusable. */
    public ReservedLine lost(int pieces) {
        if (pieces > onShelf) {
            throw new IllegalArgumentException("Only " + onShelf + " pieces of " + sku + " lie reserved");
        }
        return new ReservedLine(sku, name, quantity, onShelf - pieces, claims);
    }
}
