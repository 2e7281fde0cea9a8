package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Locks everything that a batch of events will change before any of them is applied: first the stock, then the orders, then
 * the parcels, each sorted. Every transaction locks in this order; locks taken one by one as events come would sooner or later
 * deadlock.
 */
@ApplicationScoped
public class LockBatch {

    private final StockLevels levels;
    private final Reservations reservations;
    private final Pickups pickups;
    private final Parcels parcels;

    LockBatch(StockLevels levels, Reservations reservations, Pickups pickups, Parcels parcels) {
        this.levels = levels;
        this.reservations = reservations;
        this.pickups = pickups;
        this.parcels = parcels;
    }

    /**
     * Locks these items and those of these orders that are known, in the running transaction.
     *
     * @param orderIds the orders that change
     * @param freeingIds those of them that free goods
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<StockLevel.Key> items, Collection<UUID> orderIds, Collection<UUID> freeingIds) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        freeingIds.stream()
                .flatMap(id -> reservations.destination(id).stream())
                .forEach(goods -> all.computeIfAbsent(goods.pickupPoint(), any -> new TreeSet<>())
                        .addAll(goods.skus()));
        items.forEach(item ->
                all.computeIfAbsent(item.pickupPoint(), any -> new TreeSet<>()).add(item.sku()));
        all.forEach(levels::lock);
        pickups.lock(orderIds);
        parcels.lock(orderIds);
    }
}
