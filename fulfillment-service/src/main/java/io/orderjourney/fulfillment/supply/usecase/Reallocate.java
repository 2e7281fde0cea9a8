package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.AllocationPass;
import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.AllocationPolicy;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Demand;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.QueuedLine;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Allocates the shelf and what will come again, and returns the orders whose supply changed by it: in the transaction of the
 * change those at the head of the queue, and the others slice by slice in an {@link AllocationPass}. First come, first served
 * is also the order of urgency: who came first was promised the earlier day.
 */
@ApplicationScoped
public class Reallocate {

    /** Orders whose supply changes in one transaction. */
    public static final int CHANGES_MAX = 100;

    /** Orders that a preview counts. */
    private static final int FORESEEN_MAX = 1_000;

    /** Lines that a slice reads; most of a long queue keep their share. */
    private static final int LINES_MAX = 1_000;

    private final StockLevels levels;
    private final Reservations reservations;
    private final AllocationPasses passes;

    Reallocate(StockLevels levels, Reservations reservations, AllocationPasses passes) {
        this.levels = levels;
        this.reservations = reservations;
        this.passes = passes;
    }

    /** How far a walk came: the orders to look at, and where it stopped. */
    private record Slice(Set<UUID> orders, long place, int ahead, boolean isLast) {}

    /**
     * Allocates the locked items to the head of their queues and stores their levels, in the running transaction. What is left
     * goes to a pass; so does everything while a pass of the item is under way, because nobody overtakes it.
     *
     * @return what changed for whom, in the order of order ids: two arrivals at the same moment never deadlock
     */
    public List<OrderSupplyChange> allocate(LockedStock stock, SupplyChanged event) {
        Map<String, List<Incoming>> incoming = levels.incoming(stock.pickupPoint(), stock.skus());
        Map<String, AllocationPass> underWay = passes.underWay(stock.pickupPoint(), stock.skus());
        Set<UUID> affected = new HashSet<>();
        for (String sku : new TreeSet<>(stock.skus())) {
            StockLevel.Key item = stock.level(sku).key();
            if (underWay.containsKey(sku)) {
                passes.leave(item, 0, 0, event);
                continue;
            }
            Slice slice = walk(stock, sku, incoming.getOrDefault(sku, List.of()), 0, 0, CHANGES_MAX);
            affected.addAll(slice.orders());
            if (!slice.isLast()) {
                passes.leave(item, slice.place(), slice.ahead(), event);
            }
        }
        UUID loser = event.orderId();
        if (loser != null) {
            // Nothing may have replaced what this order lost: its share did not change, but its goods did.
            affected.add(loser);
        }
        levels.store(stock);
        passes.leaveAlerts(stock.pickupPoint(), stock.skus());
        return reservations.recordSupplyChanges(affected);
    }

    /**
     * Goes on with a pass.
     *
     * @param stock the item, locked
     * @param changesMax orders whose supply may change
     * @return as {@link #allocate}
     */
    public List<OrderSupplyChange> goOn(AllocationPass pass, LockedStock stock, int changesMax) {
        String sku = pass.item().sku();
        List<Incoming> incoming =
                levels.incoming(stock.pickupPoint(), Set.of(sku)).getOrDefault(sku, List.of());
        Slice slice = walk(stock, sku, incoming, pass.place(), pass.ahead(), changesMax);
        if (slice.isLast()) {
            passes.end(pass);
            passes.leaveAlerts(stock.pickupPoint(), Set.of(sku));
        } else {
            passes.advance(pass, slice.place(), slice.ahead());
        }
        levels.store(stock);
        return reservations.recordSupplyChanges(slice.orders());
    }

    /**
     * What {@link #allocate} would lead to for the first thousand orders whose supply changes. The caller undoes it.
     *
     * @return as {@link #allocate}
     */
    public List<OrderSupplyChange> foresee(LockedStock stock) {
        Map<String, List<Incoming>> incoming = levels.incoming(stock.pickupPoint(), stock.skus());
        Set<UUID> affected = new HashSet<>();
        stock.skus()
                .forEach(sku ->
                        affected.addAll(walk(stock, sku, incoming.getOrDefault(sku, List.of()), 0, 0, FORESEEN_MAX)
                                .orders()));
        return reservations.recordSupplyChanges(affected);
    }

    /** Shares an item among the orders behind a place, and stores the lines that differ. */
    private Slice walk(LockedStock stock, String sku, List<Incoming> incoming, long after, int ahead, int changesMax) {
        StockLevel level = stock.level(sku);
        List<QueuedLine> queue = reservations.waiting(level.key(), after, LINES_MAX);
        List<Share> shares = AllocationPolicy.share(
                level.free(),
                incoming,
                ahead,
                queue.stream()
                        .map(line -> new Demand(
                                line.orderId(), line.place(), line.line().missing()))
                        .toList());
        List<WaitingLine> changed = new ArrayList<>();
        Set<UUID> orders = new HashSet<>();
        int walked = 0;
        int taken = 0;
        int lacking = ahead;
        for (; walked < queue.size() && orders.size() < changesMax; walked++) {
            QueuedLine before = queue.get(walked);
            Share share = shares.get(walked);
            ReservedLine line = before.line().with(share);
            boolean differs = !line.equals(before.line());
            if (differs) {
                changed.add(new WaitingLine(before.orderId(), before.place(), line));
            }
            if (differs || !Objects.equals(latest(line), before.expectedAt())) {
                orders.add(before.orderId());
            }
            taken += share.fromShelf();
            lacking += line.missing();
        }
        reservations.store(changed);
        int reserved = taken;
        if (reserved > 0) {
            stock.change(sku, known -> known.reserve(reserved));
        }
        boolean last = walked == queue.size() && queue.size() < LINES_MAX;
        return new Slice(orders, walked == 0 ? after : queue.get(walked - 1).place(), lacking, last);
    }

    private static @Nullable Instant latest(ReservedLine line) {
        return line.claims().stream()
                .map(Claim::etaAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
