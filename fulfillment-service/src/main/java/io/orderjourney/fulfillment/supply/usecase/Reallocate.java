package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.SupplyListener;
import io.orderjourney.fulfillment.supply.AllocationPolicy;
import io.orderjourney.fulfillment.supply.Demand;
import io.orderjourney.fulfillment.supply.Incoming;
import io.orderjourney.fulfillment.supply.Share;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supplies;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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

/** Shares out again what is there and what will come, and tells each order that is concerned what became of its goods. */
@ApplicationScoped
class Reallocate implements Supplies {

    private final StockLevels levels;
    private final PurchaseOrders purchaseOrders;
    private final Reservations reservations;
    private final SupplyListener listener;

    Reallocate(StockLevels levels, PurchaseOrders purchaseOrders, Reservations reservations, SupplyListener listener) {
        this.levels = levels;
        this.purchaseOrders = purchaseOrders;
        this.reservations = reservations;
        this.listener = listener;
    }

    @Override
    public void shareOut(String pickupPoint, Collection<String> skus, SupplyChanged news) {
        Map<String, StockLevel> held = levels.lock(pickupPoint, skus);
        Map<String, List<Incoming>> expected = purchaseOrders.expected(pickupPoint, skus);
        Map<String, List<WaitingLine>> waiting = reservations.waiting(pickupPoint, skus).stream()
                .collect(Collectors.groupingBy(line -> line.line().sku(), TreeMap::new, Collectors.toList()));
        // In the order of ids: two arrivals at the same moment must not wait for each other's orders in a circle.
        SortedSet<UUID> concerned = new TreeSet<>(Comparator.comparing(UUID::toString));
        waiting.forEach((sku, lines) -> concerned.addAll(shareOut(
                Objects.requireNonNull(held.get(sku)),
                expected.getOrDefault(sku, List.of()),
                lines,
                news.purchaseOrderId())));
        UUID loser = news.orderId();
        if (loser != null) {
            // Nothing may have taken the place of what he lost: his share did not change, but his goods did.
            concerned.add(loser);
        }
        for (UUID orderId : concerned) {
            OrderSupplyChange change = reservations.recordSupplyChange(orderId);
            if (change.isNews()) {
                listener.changed(orderId, change, news);
            }
        }
    }

    /** Answers the orders whose share is another one now, or that wait for the purchase order the news is about. */
    private Set<UUID> shareOut(
            StockLevel level, List<Incoming> incoming, List<WaitingLine> lines, @Nullable UUID purchaseOrderId) {
        List<Demand> demands = lines.stream()
                .map(line ->
                        new Demand(line.orderId(), line.place(), line.line().missing()))
                .toList();
        Map<UUID, ReservedLine> byOrder =
                lines.stream().collect(Collectors.toMap(WaitingLine::orderId, WaitingLine::line));
        Set<UUID> concerned = new HashSet<>();
        int taken = 0;
        for (Share share : AllocationPolicy.share(level.free(), incoming, demands)) {
            ReservedLine before = Objects.requireNonNull(byOrder.get(share.orderId()));
            ReservedLine after = before.with(share);
            if (!after.equals(before)) {
                reservations.store(share.orderId(), after);
            }
            boolean waitsForIt = share.claims().stream()
                    .anyMatch(claim -> claim.purchaseOrderId().equals(purchaseOrderId));
            if (waitsForIt || !after.equals(before)) {
                concerned.add(share.orderId());
            }
            taken += share.fromShelf();
        }
        if (taken > 0) {
            levels.store(level.reserve(taken));
        }
        return concerned;
    }
}
