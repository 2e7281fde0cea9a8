package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.AllocationPolicy;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Allocates the shelf and what will come again, and returns the orders whose supply changed by it. */
@ApplicationScoped
public class Reallocate {

    private final StockLevels levels;
    private final Reservations reservations;

    Reallocate(StockLevels levels, Reservations reservations) {
        this.levels = levels;
        this.reservations = reservations;
    }

    /**
     * Allocates the locked items and stores their levels, in the running transaction.
     *
     * @return what changed for whom, in the order of order ids: two arrivals at the same moment never deadlock
     */
    public List<OrderSupplyChange> allocate(LockedStock stock, SupplyChanged event) {
        Map<String, List<Incoming>> incoming = levels.incoming(stock.pickupPoint(), stock.skus());
        Map<String, List<WaitingLine>> waiting = reservations.waiting(stock.pickupPoint(), stock.skus()).stream()
                .collect(Collectors.groupingBy(line -> line.line().sku(), TreeMap::new, Collectors.toList()));
        SortedSet<UUID> affected = new TreeSet<>(Comparator.comparing(UUID::toString));
        waiting.forEach((sku, lines) -> affected.addAll(
                allocate(stock, sku, incoming.getOrDefault(sku, List.of()), lines, event.purchaseOrderId())));
        UUID loser = event.orderId();
        if (loser != null) {
            // Nothing may have replaced what this order lost: its share did not change, but its goods did.
            affected.add(loser);
        }
        levels.store(stock);
        return affected.stream()
                .map(reservations::recordSupplyChange)
                .filter(OrderSupplyChange::isChange)
                .toList();
    }

    /** Returns the orders whose share changed, or that wait for the purchase order in question. */
    private Set<UUID> allocate(
            LockedStock stock,
            String sku,
            List<Incoming> incoming,
            List<WaitingLine> lines,
            @Nullable UUID purchaseOrderId) {
        List<Demand> demands = lines.stream()
                .map(line ->
                        new Demand(line.orderId(), line.place(), line.line().missing()))
                .toList();
        Map<UUID, ReservedLine> byOrder =
                lines.stream().collect(Collectors.toMap(WaitingLine::orderId, WaitingLine::line));
        Set<UUID> affected = new HashSet<>();
        int taken = 0;
        for (Share share : AllocationPolicy.share(stock.level(sku).free(), incoming, demands)) {
            ReservedLine before = Objects.requireNonNull(byOrder.get(share.orderId()));
            ReservedLine after = before.with(share);
            if (!after.equals(before)) {
                reservations.store(share.orderId(), after);
            }
            boolean waitsForIt = share.claims().stream()
                    .anyMatch(claim -> claim.purchaseOrderId().equals(purchaseOrderId));
            if (waitsForIt || !after.equals(before)) {
                affected.add(share.orderId());
            }
            taken += share.fromShelf();
        }
        if (taken > 0) {
            int reserved = taken;
            stock.change(sku, level -> level.reserve(reserved));
        }
        return affected;
    }
}
