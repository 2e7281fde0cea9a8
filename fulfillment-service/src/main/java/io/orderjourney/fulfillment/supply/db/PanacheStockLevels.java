package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shelves, in the table {@code stock_level}. What will come is read from the purchase orders that receiving writes,
 * always under the lock of the stock levels of their items.
 */
@ApplicationScoped
class PanacheStockLevels implements StockLevels, PanacheRepositoryBase<StockLevelRow, StockLevelRow.Key> {

    @Override
    public LockedStock lock(String pickupPoint, Collection<String> skus) {
        if (skus.isEmpty()) {
            return new LockedStock(pickupPoint, List.of());
        }
        Collection<String> inOrder = new TreeSet<>(skus);
        getEntityManager()
                .createNativeQuery("""
                        insert into stock_level (pickup_point, sku, on_hand, reserved, waiting, version)
                        select :pickupPoint, sku, 0, 0, 0, 0 from unnest(cast(:skus as text[])) as wanted (sku) order by sku
                        on conflict do nothing
                        """)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", inOrder.toArray(String[]::new))
                .executeUpdate();
        // Locked in SQL and read afterwards: a query that locks while reading may do so in an order of its own.
        getEntityManager()
                .createNativeQuery("""
                        select sku from stock_level
                        where pickup_point = :pickupPoint and sku = any(cast(:skus as text[]))
                        order by sku for no key update
                        """)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", inOrder.toArray(String[]::new))
                .getResultList();
        return new LockedStock(pickupPoint, read(pickupPoint, inOrder).values());
    }

    @Override
    public void store(LockedStock stock) {
        for (StockLevel level : stock.changedLevels()) {
            StockLevel.Key key = level.key();
            findById(new StockLevelRow.Key(key.pickupPoint(), key.sku())).write(level);
        }
    }

    @Override
    public Map<String, StockLevel> read(String pickupPoint, Collection<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : bySku(list("pickupPoint = ?1 and sku in ?2 order by sku", pickupPoint, skus));
    }

    @Override
    public Map<String, List<Incoming>> incoming(String pickupPoint, Collection<String> skus) {
        Map<String, List<Incoming>> incoming = new HashMap<>();
        if (skus.isEmpty()) {
            return incoming;
        }
        // Values, not rows: an order's other items may change under another transaction's lock.
        getEntityManager()
                .createQuery(
                        "select l.sku, o.id, o.supplier, o.etaAt, l.quantity - l.arrived - l.cancelled"
                                + " from PurchaseOrderLineRow l join PurchaseOrderRow o on o.id = l.purchaseOrderId"
                                + " where o.pickupPoint = :pickupPoint and l.sku in :skus and l.arrived + l.cancelled < l.quantity"
                                + " order by l.sku, o.etaAt, o.id",
                        Object[].class)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", skus)
                .getResultList()
                .forEach(row -> incoming.computeIfAbsent((String) row[0], any -> new ArrayList<>())
                        .add(new Incoming(
                                (UUID) row[1], (String) row[2], (Instant) row[3], ((Number) row[4]).intValue())));
        return incoming;
    }

    @Override
    public Optional<StockLevel> at(UUID address) {
        return getEntityManager()
                .createNativeQuery("select * from stock_level where id = :address", StockLevelRow.class)
                .setParameter("address", address)
                .getResultStream()
                .findFirst()
                .map(row -> ((StockLevelRow) row).level());
    }

    @Override
    public List<StockLevel> page(
            @Nullable String pickupPoint, @Nullable String sku, Optional<StockLevel.Key> after, int atMost) {
        StockLevel.Key place = after.orElse(new StockLevel.Key("", ""));
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
                .map(StockLevelRow::level)
                .toList();
    }

    private static Map<String, StockLevel> bySku(List<StockLevelRow> rows) {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        rows.forEach(row -> levels.put(row.sku, row.level()));
        return levels;
    }
}
