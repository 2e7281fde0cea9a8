package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Locks everything that a batch of events will change before any of them is applied: first the stock, then the orders, each
 * sorted. Every transaction locks in this order; locks taken one by one as events come would sooner or later deadlock.
 */
@ApplicationScoped
public class LockBatch {

    private final StockLevels levels;
    private final Pickups pickups;

    LockBatch(StockLevels levels, Pickups pickups) {
        this.levels = levels;
        this.pickups = pickups;
    }

    /** Locks these items and those of these orders that are known, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<StockLevel.Key> items, Collection<UUID> orderIds) {
        SortedMap<String, List<String>> skusByPickupPoint = items.stream()
                .collect(Collectors.groupingBy(
                        StockLevel.Key::pickupPoint,
                        TreeMap::new,
                        Collectors.mapping(StockLevel.Key::sku, Collectors.toList())));
        skusByPickupPoint.forEach(levels::lock);
        pickups.lock(orderIds);
    }
}
