package io.orderjourney.fulfillment.supply;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is on the shelves, and what purchase orders will still bring. */
public interface StockLevels {

    /**
     * Locks the levels of these items until the transaction ends. Locks are taken in the order of the SKUs, so that two
     * orders for the same items never deadlock.
     */
    LockedStock lock(String pickupPoint, Collection<String> skus);

    /** Stores what changed of it. */
    void store(LockedStock stock);

    /** The levels as they are, by SKU, without a lock; items that were never there are missing. */
    Map<String, StockLevel> read(String pickupPoint, Collection<String> skus);

    /** What will still come of these items, by SKU, read afresh; an item without open purchase orders is missing. */
    Map<String, List<Incoming>> incoming(String pickupPoint, Collection<String> skus);

    /** The level at this address, see {@link StockLevel.Key#address}. */
    Optional<StockLevel> at(UUID address);

    /** Levels in the order of pickup point and SKU, after the given one. */
    List<StockLevel> page(
            @Nullable String pickupPoint, @Nullable String sku, Optional<StockLevel.Key> after, int atMost);
}
