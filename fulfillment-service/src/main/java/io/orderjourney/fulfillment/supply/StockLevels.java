package io.orderjourney.fulfillment.supply;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shelves. Whoever holds the level of an item is the only one who shares it out. */
public interface StockLevels {

    /**
     * The levels of these items, by SKU, locked until the transaction ends. Locks are taken in the order of the SKUs, so
     * that two orders for the same items never wait for each other in a circle.
     */
    Map<String, StockLevel> lock(String pickupPoint, Collection<String> skus);

    void store(StockLevel level);

    /** The levels as they are, by SKU, without a lock; items that were never there are missing. */
    Map<String, StockLevel> read(String pickupPoint, Collection<String> skus);

    /** Levels in the order of pickup point and SKU, after the given one. */
    List<StockLevel> page(@Nullable String pickupPoint, @Nullable String sku, Optional<StockKey> after, int atMost);
}
