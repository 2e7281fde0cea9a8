package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.AllocationPolicy;
import io.orderjourney.fulfillment.supply.Demand;
import io.orderjourney.fulfillment.supply.Incoming;
import io.orderjourney.fulfillment.supply.Share;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps goods for a new order, or says what keeping them would mean. Everybody before it in the queue has his share
 * already, so a new order gets of what is left.
 */
@ApplicationScoped
public class ReserveGoods {

    private final StockLevels levels;
    private final PurchaseOrders purchaseOrders;
    private final Reservations reservations;
    private final BusinessClock clock;

    ReserveGoods(StockLevels levels, PurchaseOrders purchaseOrders, Reservations reservations, BusinessClock clock) {
        this.levels = levels;
        this.purchaseOrders = purchaseOrders;
        this.reservations = reservations;
        this.clock = clock;
    }

    /** Goods that an order asks for. */
    public record Wanted(String sku, String name, int quantity) {}

    /** Reserves in the running transaction; answers how the goods of the order stand. */
    public Supply reserve(UUID orderId, String pickupPoint, Collection<Wanted> goods) {
        Map<String, StockLevel> held =
                levels.lock(pickupPoint, goods.stream().map(Wanted::sku).toList());
        long place = reservations.nextPlace();
        List<ReservedLine> lines = goods.stream()
                .map(wanted -> new ReservedLine(wanted.sku(), wanted.name(), wanted.quantity(), 0, List.of()))
                .toList();
        reservations.add(new Reservation(orderId, pickupPoint, place, clock.instant(), lines));
        Map<String, Share> shares = shares(orderId, place, pickupPoint, lines, held);
        for (ReservedLine line : lines) {
            Share share = shares.get(line.sku());
            StockLevel level = held.get(line.sku());
            if (share != null && level != null) {
                reservations.store(orderId, line.with(share));
                levels.store(level.reserve(share.fromShelf()));
            }
        }
        return reservations.recordSupplyChange(orderId).after();
    }

    /** How the goods of an order would stand that came now. Nothing is kept: it may be otherwise a moment later. */
    public Supply forecast(String pickupPoint, Collection<Wanted> goods) {
        UUID nobody = new UUID(0, 0);
        List<ReservedLine> lines = goods.stream()
                .map(wanted -> new ReservedLine(wanted.sku(), wanted.name(), wanted.quantity(), 0, List.of()))
                .toList();
        Map<String, StockLevel> levelsNow =
                levels.read(pickupPoint, goods.stream().map(Wanted::sku).toList());
        Map<String, Share> shares = shares(nobody, Long.MAX_VALUE, pickupPoint, lines, levelsNow);
        return Supply.of(lines.stream()
                .map(line -> {
                    Share share = shares.get(line.sku());
                    return share == null ? line : line.with(share);
                })
                .toList());
    }

    private Map<String, Share> shares(
            UUID orderId, long place, String pickupPoint, List<ReservedLine> lines, Map<String, StockLevel> levelsNow) {
        Map<String, List<Incoming>> expected = purchaseOrders.expected(
                pickupPoint, lines.stream().map(ReservedLine::sku).toList());
        Map<String, Share> shares = new HashMap<>();
        for (ReservedLine line : lines) {
            StockLevel level = levelsNow.get(line.sku());
            Demand demand = new Demand(orderId, place, line.missing());
            List<Share> share = AllocationPolicy.share(
                    level == null ? 0 : level.free(),
                    unclaimed(expected.getOrDefault(line.sku(), List.of()), line.sku()),
                    List.of(demand));
            shares.put(line.sku(), share.get(0));
        }
        return shares;
    }

    private List<Incoming> unclaimed(List<Incoming> expected, String sku) {
        Map<UUID, Integer> claimed = reservations.claimed(
                expected.stream().map(Incoming::purchaseOrderId).toList(), sku);
        List<Incoming> unclaimed = new ArrayList<>();
        for (Incoming incoming : expected) {
            int pieces = incoming.pieces() - claimed.getOrDefault(incoming.purchaseOrderId(), 0);
            if (pieces > 0) {
                unclaimed.add(new Incoming(incoming.purchaseOrderId(), incoming.supplier(), incoming.etaAt(), pieces));
            }
        }
        return unclaimed;
    }
}
