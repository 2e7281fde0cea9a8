package io.orderjourney.fulfillment.supply;

import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * First come, first served: the earlier order gets the shelf first, then what arrives first. An order never loses a piece
 * that is reserved for it, and no order overtakes another.
 */
public final class AllocationPolicy {

    private static final Comparator<Incoming> BY_ARRIVAL =
            Comparator.comparing(Incoming::etaAt).thenComparing(Incoming::purchaseOrderId);

    private AllocationPolicy() {}

    /**
     * What a purchase order will still bring of one item.
     *
     * @param pieces not yet arrived, 1 or more
     */
    public record Incoming(UUID purchaseOrderId, String supplier, Instant etaAt, int pieces) {}

    /**
     * What one order still lacks of one item.
     *
     * @param place place in the queue; the lower was there first
     * @param missing pieces that are not on the shelf for this order yet, 1 or more
     */
    public record Demand(UUID orderId, long place, int missing) {}

    /**
     * What one order gets of one item.
     *
     * @param fromShelf pieces to take from the shelf now
     * @param claims pieces to wait for
     * @param unknown pieces without a known source
     */
    public record Share(UUID orderId, int fromShelf, List<Claim> claims, int unknown) {}

    /**
     * Allocates one item.
     *
     * @param freeOnShelf pieces on the shelf that are reserved for no order
     * @param incoming open purchase orders, in any order
     * @param ahead pieces that orders before these in the queue still lack; theirs come first
     * @param demands the orders that lack pieces, in any order
     * @return one share for each demand, in the order of the queue
     */
    public static List<Share> share(int freeOnShelf, List<Incoming> incoming, int ahead, List<Demand> demands) {
        int free = Math.max(0, freeOnShelf - ahead);
        Deque<Incoming> coming =
                new ArrayDeque<>(incoming.stream().sorted(BY_ARRIVAL).toList());
        claim(coming, Math.max(0, ahead - freeOnShelf), new ArrayList<>());
        List<Share> shares = new ArrayList<>(demands.size());
        for (Demand demand : inQueueOrder(demands)) {
            int fromShelf = Math.min(free, demand.missing());
            free -= fromShelf;
            List<Claim> claims = new ArrayList<>();
            int unknown = claim(coming, demand.missing() - fromShelf, claims);
            shares.add(new Share(demand.orderId(), fromShelf, List.copyOf(claims), unknown));
        }
        return shares;
    }

    private static List<Demand> inQueueOrder(List<Demand> demands) {
        return demands.stream().sorted(Comparator.comparingLong(Demand::place)).toList();
    }

    /** Claims pieces of the earliest deliveries; returns how many are still missing. */
    private static int claim(Deque<Incoming> coming, int wanted, List<Claim> claims) {
        int missing = wanted;
        while (missing > 0 && !coming.isEmpty()) {
            Incoming next = coming.removeFirst();
            int pieces = Math.min(missing, next.pieces());
            claims.add(new Claim(next.purchaseOrderId(), next.supplier(), next.etaAt(), pieces));
            if (pieces < next.pieces()) {
                coming.addFirst(
                        new Incoming(next.purchaseOrderId(), next.supplier(), next.etaAt(), next.pieces() - pieces));
            }
            missing -= pieces;
        }
        return missing;
    }
}
