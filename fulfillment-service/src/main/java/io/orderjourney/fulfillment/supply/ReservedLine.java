package io.orderjourney.fulfillment.supply;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * The line with fewer pieces: those that are not here go first, and of them those that come last.
     *
     * @param pieces 1 or more, and not more than before
     */
    public ReservedLine fewer(int pieces, @Nullable Long price) {
        int reserved = Math.min(onShelf, pieces);
        List<Claim> kept = new ArrayList<>();
        int wanted = pieces - reserved;
        for (Claim claim : claims.stream()
                .sorted(Comparator.comparing(Claim::etaAt).thenComparing(Claim::purchaseOrderId))
                .toList()) {
            int of = Math.min(wanted, claim.pieces());
            if (of > 0) {
                kept.add(new Claim(claim.purchaseOrderId(), claim.supplier(), claim.etaAt(), of));
            }
            wanted -= of;
        }
        return new ReservedLine(sku, name, pieces, price, reserved, handedOver, kept);
    }

    /** The line with more pieces, of which those that are not here wait again. */
    public ReservedLine more(int pieces, @Nullable Long price) {
        return new ReservedLine(sku, name, pieces, price, onShelf, handedOver, List.of());
    }

    private ReservedLine with(int reserved, List<Claim> awaited) {
        return new ReservedLine(sku, name, quantity, priceMinor, reserved, handedOver, awaited);
    }
}
