package io.orderjourney.fulfillment.supply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * First come, first served: whoever ordered first gets the shelf first, then what arrives first. An order never loses a
 * piece that lies reserved for it, and nobody overtakes.
 */
public final class AllocationPolicy {

    private static final Comparator<Incoming> BY_ARRIVAL =
            Comparator.comparing(Incoming::etaAt).thenComparing(Incoming::purchaseOrderId);

    private AllocationPolicy() {}

    /**
     * Shares out one item.
     *
     * @param freeOnShelf pieces on the shelf that are kept for nobody
     * @param incoming open purchase orders, in any order
     * @param demands the orders that lack pieces, in any order
     * @return one share for each demand, in the order of the queue
     */
    public static List<Share> share(int freeOnShelf, List<Incoming> incoming, List<Demand> demands) {
        int free = freeOnShelf;
        Deque<Incoming> coming =
                new ArrayDeque<>(incoming.stream().sorted(BY_ARRIVAL).toList());
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

    /** Takes pieces off the front of what is coming; answers how many are still lacking. */
    private static int claim(Deque<Incoming> coming, int wanted, List<Claim> claims) {
        int lacking = wanted;
        while (lacking > 0 && !coming.isEmpty()) {
            Incoming next = coming.removeFirst();
            int pieces = Math.min(lacking, next.pieces());
            claims.add(new Claim(next.purchaseOrderId(), next.supplier(), next.etaAt(), pieces));
            if (pieces < next.pieces()) {
                coming.addFirst(
                        new Incoming(next.purchaseOrderId(), next.supplier(), next.etaAt(), next.pieces() - pieces));
            }
            lacking -= pieces;
        }
        return lacking;
    }
}
