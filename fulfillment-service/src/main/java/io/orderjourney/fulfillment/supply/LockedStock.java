package io.orderjourney.fulfillment.supply;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The stock levels of some items of one pickup point, locked until the transaction ends. Only the transaction that
 * locked them allocates these items, so the lock is taken once per change and handed on.
 */
public final class LockedStock {

    private final String pickupPoint;
    private final Map<String, StockLevel> levels = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    /** @param levels one for each locked item */
    public LockedStock(String pickupPoint, Collection<StockLevel> levels) {
        this.pickupPoint = pickupPoint;
        levels.forEach(level -> this.levels.put(level.key().sku(), level));
    }

    public String pickupPoint() {
        return pickupPoint;
    }

    public Set<String> skus() {
        return Set.copyOf(levels.keySet());
    }

    /**
     * The level of an item as it is now.
     *
     * @throws IllegalStateException if the item is not locked
     */
    public StockLevel level(String sku) {
        StockLevel level = levels.get(sku);
        if (level == null) {
            throw new IllegalStateException(pickupPoint + "/" + sku + " is not locked");
        }
        return level;
    }

    public void change(String sku, UnaryOperator<StockLevel> change) {
        levels.put(sku, change.apply(level(sku)));
        changed.add(sku);
    }

    /** The levels that differ from what was locked, for storing. */
    public Collection<StockLevel> changedLevels() {
        return changed.stream().map(this::level).toList();
    }
}
