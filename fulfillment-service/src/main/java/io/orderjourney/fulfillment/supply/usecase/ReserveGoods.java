package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.AllocationPolicy;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Demand;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
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
import org.jspecify.annotations.Nullable;

/**
 * Reserves goods for a new order, or forecasts what reserving them would give. It gets of what the earlier orders in the
 * queue leave; how many pieces they wait for is known without a look at any of them.
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

    /**
     * Goods that an order asks for.
     *
     * @param priceMinor what all pieces cost, in minor units; null if that does not matter here
     */
    public record Wanted(
            String sku, String name, int quantity, @Nullable Long priceMinor) {

        /** Goods of an order that does not exist yet. */
        public Wanted(String sku, int quantity) {
            this(sku, sku, quantity, null);
        }

        /** One item of two lines. */
        public Wanted and(Wanted other) {
            Long one = priceMinor;
            Long another = other.priceMinor;
            return new Wanted(
                    sku,
                    name,
                    Math.addExact(quantity, other.quantity),
                    one == null || another == null ? null : Long.valueOf(Math.addExact(one, another)));
        }

        ReservedLine line() {
            return new ReservedLine(sku, name, quantity, priceMinor, 0, false, List.of());
        }
    }

    /** Reserves in the running transaction and returns where the goods of the order are. */
    public Supply reserve(UUID orderId, String pickupPoint, Collection<Wanted> goods) {
        LockedStock stock = levels.lock(pickupPoint, skus(goods));
        long place = reservations.nextPlace();
        List<ReservedLine> lines = goods.stream().map(Wanted::line).toList();
        reservations.add(new Reservation(orderId, pickupPoint, place, clock.instant(), lines));
        Map<String, List<Incoming>> incoming = levels.incoming(pickupPoint, stock.skus());
        List<WaitingLine> reserved = new ArrayList<>();
        for (ReservedLine line : lines) {
            String sku = line.sku();
            Share share = share(new Demand(orderId, place, line.missing()), stock.level(sku), incoming);
            reserved.add(new WaitingLine(orderId, place, line.with(share)));
            stock.change(sku, level -> level.awaited(line.missing()).reserve(share.fromShelf()));
        }
        reservations.store(reserved);
        levels.store(stock);
        return reservations.recordSupplyChanges(List.of(orderId)).get(0).after();
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
                    return line.with(share(
                            demand,
                            level == null ? StockLevel.empty(new StockLevel.Key(pickupPoint, line.sku())) : level,
                            incoming));
                })
                .toList());
    }

    /** What the orders that wait leave of an item for one that comes behind them. */
    static Share share(Demand demand, StockLevel level, Map<String, List<Incoming>> incoming) {
        List<Incoming> coming = incoming.getOrDefault(level.key().sku(), List.of());
        return AllocationPolicy.share(level.free(), coming, level.waiting(), List.of(demand))
                .get(0);
    }

    private static List<String> skus(Collection<Wanted> goods) {
        return goods.stream().map(Wanted::sku).toList();
    }
}
