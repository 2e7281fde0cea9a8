package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Demand;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An order wants other goods than before: line by line, what it needs no more is free, and what it needs besides waits behind
 * the orders that were there first. A line that grows keeps what is on the shelf for it, and queues again for the others.
 */
@ApplicationScoped
public class ChangeGoods {

    private final Reservations reservations;
    private final StockLevels levels;
    private final AllocationPasses passes;

    ChangeGoods(Reservations reservations, StockLevels levels, AllocationPasses passes) {
        this.reservations = reservations;
        this.levels = levels;
        this.passes = passes;
    }

    /**
     * Locks the stock of all items that the order has or wants, before the order itself is locked; empty if it reserved nothing
     * here.
     */
    public Optional<LockedStock> lock(UUID orderId, Collection<Wanted> goods) {
        return reservations.destination(orderId).map(destination -> {
            TreeSet<String> skus = new TreeSet<>(destination.skus());
            goods.forEach(wanted -> skus.add(wanted.sku()));
            return levels.lock(destination.pickupPoint(), skus);
        });
    }

    /**
     * Changes the lines, in the running transaction. What the customer has already stays theirs.
     *
     * @param goods all that the order wants from now on, each item once
     * @param stock as {@link #lock} locked it
     * @param freed why others may have what this order needs no more; they get it from a pass
     * @return how the supply of the order differs now; empty if it does not
     */
    public List<OrderSupplyChange> change(
            UUID orderId, Collection<Wanted> goods, LockedStock stock, SupplyChanged freed) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        goods.forEach(one -> wanted.put(one.sku(), one));
        Map<String, List<Incoming>> incoming = levels.incoming(stock.pickupPoint(), stock.skus());
        long place = reservations.nextPlace();
        List<WaitingLine> after = new ArrayList<>();
        for (WaitingLine before : reservations.linesForChange(orderId)) {
            ReservedLine line = before.line();
            Wanted now = wanted.remove(line.sku());
            if (line.handedOver() || (now != null && now.quantity() == line.quantity())) {
                after.add(before);
            } else if (now == null) {
                free(before, 0, 0, stock, freed);
            } else if (now.quantity() < line.quantity()) {
                ReservedLine fewer = line.fewer(now.quantity(), now.priceMinor());
                free(before, fewer.onShelf(), fewer.missing(), stock, freed);
                after.add(new WaitingLine(orderId, before.place(), fewer));
            } else {
                free(before, line.onShelf(), 0, stock, freed);
                ReservedLine more = line.more(now.quantity(), now.priceMinor());
                after.add(queued(new WaitingLine(orderId, place, more), stock, incoming));
            }
        }
        wanted.values()
                .forEach(added -> after.add(queued(new WaitingLine(orderId, place, added.line()), stock, incoming)));
        reservations.replace(orderId, stock.pickupPoint(), after);
        levels.store(stock);
        return reservations.recordSupplyChanges(List.of(orderId));
    }

    /** A line keeps so many pieces on the shelf, and waits in its place for no more than this. */
    private void free(WaitingLine before, int onShelf, int missing, LockedStock stock, SupplyChanged freed) {
        ReservedLine line = before.line();
        String sku = line.sku();
        int fewerOnShelf = line.onShelf() - onShelf;
        int fewerMissing = line.missing() - missing;
        if (fewerOnShelf > 0) {
            stock.change(sku, level -> level.release(fewerOnShelf));
        }
        if (fewerMissing > 0) {
            stock.change(sku, level -> level.awaited(-fewerMissing));
            passes.lacks(stock.level(sku).key(), before.place(), -fewerMissing);
        }
        if (fewerOnShelf + fewerMissing > 0 && stock.level(sku).waiting() > 0) {
            passes.leave(stock.level(sku).key(), 0, 0, freed);
        }
    }

    /** The line with what those leave that were there first; the stock knows what it lacks. */
    private static WaitingLine queued(WaitingLine last, LockedStock stock, Map<String, List<Incoming>> incoming) {
        ReservedLine line = last.line();
        String sku = line.sku();
        Share share = ReserveGoods.share(
                new Demand(last.orderId(), last.place(), line.missing()), stock.level(sku), incoming);
        stock.change(sku, level -> level.awaited(line.missing()).reserve(share.fromShelf()));
        return new WaitingLine(last.orderId(), last.place(), line.with(share));
    }
}
