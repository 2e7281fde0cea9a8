package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.StockKey;
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
 * Holds everything that a batch of news will touch before any of it is acted on: first the shelves, then the orders, each
 * in their order. Everybody takes them so; whoever took them as they come would sooner or later wait for somebody who waits
 * for him.
 */
@ApplicationScoped
public class LockBatch {

    private final StockLevels levels;
    private final Pickups pickups;

    LockBatch(StockLevels levels, Pickups pickups) {
        this.levels = levels;
        this.pickups = pickups;
    }

    /** Holds these items and those of these orders that are known, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<StockKey> items, Collection<UUID> orderIds) {
        SortedMap<String, List<String>> skusByPickupPoint = items.stream()
                .collect(Collectors.groupingBy(
                        StockKey::pickupPoint, TreeMap::new, Collectors.mapping(StockKey::sku, Collectors.toList())));
        skusByPickupPoint.forEach(levels::lock);
        pickups.hold(orderIds);
    }
}
