package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.AllocationPolicy;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Demand;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reserves goods for a new order, or forecasts what reserving them would give. Every earlier order in the queue has its
 * share already, so a new order gets of what is left.
 */
@ApplicationScoped
public class ReserveGoods {

    private static final UUID NO_ORDER = new UUID(0, 0);

    private final StockLevels levels;
    private final Reservations reservations;
    private final BusinessClock clock;

    ReserveGoods(StockLevels levels, Reservations reservations, BusinessClock clock) {
        this.levels = levels;
        this.reservations = reservations;
        this.clock = clock;
    }

    /** Goods that an order asks for. */
    public record Wanted(String sku, String name, int quantity) {

        ReservedLine line() {
            return new ReservedLine(sku, name, quantity, 0, List.of());
        }
    }

    /** Reserves in the running transaction and returns where the goods of the order are. */
    public Supply reserve(UUID orderId, String pickupPoint, Collection<Wanted> goods) {
        LockedStock stock = levels.lock(pickupPoint, skus(goods));
        long place = reservations.nextPlace();
        List<ReservedLine> lines = goods.stream().map(Wanted::line).toList();
        reservations.add(new Reservation(orderId, pickupPoint, place, clock.instant(), lines));
        Map<String, List<Incoming>> incoming = levels.incoming(pickupPoint, stock.skus());
        for (ReservedLine line : lines) {
            String sku = line.sku();
            Share share = share(
                    new Demand(orderId, place, line.missing()),
                    sku,
                    stock.level(sku).free(),
                    incoming);
            reservations.store(orderId, line.with(share));
            stock.change(sku, level -> level.reserve(share.fromShelf()));
        }
        levels.store(stock);
        return reservations.recordSupplyChange(orderId).after();
    }

    /** Where the goods of an order that came now would be. Nothing is reserved: a moment later it may differ. */
    public Supply forecast(String pickupPoint, Collection<Wanted> goods) {
        Map<String, StockLevel> stock = levels.read(pickupPoint, skus(goods));
        Map<String, List<Incoming>> incoming = levels.incoming(pickupPoint, skus(goods));
        return Supply.of(goods.stream()
                .map(Wanted::line)
                .map(line -> {
                    StockLevel level = stock.get(line.sku());
                    Demand demand = new Demand(NO_ORDER, Long.MAX_VALUE, line.missing());
                    return line.with(share(demand, line.sku(), level == null ? 0 : level.free(), incoming));
                })
                .toList());
    }

    private Share share(Demand demand, String sku, int free, Map<String, List<Incoming>> incoming) {
        List<Incoming> unclaimed = unclaimed(incoming.getOrDefault(sku, List.of()), sku);
        return AllocationPolicy.share(free, unclaimed, List.of(demand)).get(0);
    }

    private List<Incoming> unclaimed(List<Incoming> incoming, String sku) {
        Map<UUID, Integer> claimed = reservations.claimed(
                incoming.stream().map(Incoming::purchaseOrderId).toList(), sku);
        List<Incoming> unclaimed = new ArrayList<>();
        for (Incoming delivery : incoming) {
            int pieces = delivery.pieces() - claimed.getOrDefault(delivery.purchaseOrderId(), 0);
            if (pieces > 0) {
                unclaimed.add(new Incoming(delivery.purchaseOrderId(), delivery.supplier(), delivery.etaAt(), pieces));
            }
        }
        return unclaimed;
    }

    private static List<String> skus(Collection<Wanted> goods) {
        return goods.stream().map(Wanted::sku).toList();
    }
}
