package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.StockKey;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shelves in the table {@code stock_level}. */
@ApplicationScoped
class PanacheStockLevels implements StockLevels, PanacheRepositoryBase<StockLevelRow, StockLevelRow.Key> {

    @Override
    public Map<String, StockLevel> lock(String pickupPoint, Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        Collection<String> inOrder = new TreeSet<>(skus);
        getEntityManager()
                .createNativeQuery("""
                        insert into stock_level (pickup_point, sku, on_hand, reserved, version)
                        select :pickupPoint, sku, 0, 0, 0 from unnest(cast(:skus as text[])) as wanted (sku) order by sku
                        on conflict do nothing
                        """)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", inOrder.toArray(String[]::new))
                .executeUpdate();
        // Locked in SQL and read afterwards: a reading that locks by itself may do so row by row, in an order of its
        // own.
        getEntityManager()
                .createNativeQuery("""
                        select sku from stock_level
                        where pickup_point = :pickupPoint and sku = any(cast(:skus as text[]))
                        order by sku for no key update
                        """)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", inOrder.toArray(String[]::new))
                .getResultList();
        return read(pickupPoint, inOrder);
    }

    @Override
    public void store(StockLevel level) {
        StockLevelRow row = findById(
                new StockLevelRow.Key(level.key().pickupPoint(), level.key().sku()));
        if (row == null) {
            throw new IllegalStateException(level.key() + " was not locked");
        }
        StockLevelMapping.write(level, row);
    }

    @Override
    public Map<String, StockLevel> read(String pickupPoint, Collection<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : bySku(list("pickupPoint = ?1 and sku in ?2 order by sku", pickupPoint, skus));
    }

    @Override
    public List<StockLevel> page(
            @Nullable String pickupPoint, @Nullable String sku, Optional<StockKey> after, int atMost) {
        StockKey place = after.orElse(new StockKey("", ""));
        return find(
                        "(?1 is null or pickupPoint = ?1) and (?2 is null or sku = ?2)"
                                + " and (pickupPoint > ?3 or (pickupPoint = ?3 and sku > ?4)) order by pickupPoint, sku",
                        pickupPoint,
                        sku,
                        place.pickupPoint(),
                        place.sku())
                .page(Page.ofSize(atMost))
                .list()
                .stream()
                .map(StockLevelMapping::level)
                .toList();
    }

    private static Map<String, StockLevel> bySku(List<StockLevelRow> rows) {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        rows.forEach(row -> levels.put(row.sku, StockLevelMapping.level(row)));
        return levels;
    }
}
