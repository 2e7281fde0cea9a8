package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.catalogue.usecase.KnownGoods;
import io.orderjourney.fulfillment.pickup.usecase.OnSupplyChanged;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.LongConsumer;

/** A shelf was counted; pieces that were not known go to the orders that wait for them. */
@ApplicationScoped
public class CountStockHandler {

    private final KnownGoods known;
    private final StockLevels levels;
    private final Reallocate reallocate;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    CountStockHandler(
            KnownGoods known,
            StockLevels levels,
            Reallocate reallocate,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.known = known;
        this.levels = levels;
        this.reallocate = reallocate;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /**
     * Records how many pieces are on the shelf.
     *
     * @param seen is given the version that is counted, and may refuse
     * @return the level after waiting orders got their share
     * @throws UnknownGoods for an article or a place that the shop does not have
     * @throws StockLevel.CountBelowReserved if fewer were found than are reserved for orders
     */
    @Transactional
    public StockLevel count(String pickupPoint, String sku, int onHand, LongConsumer seen, Trigger trigger) {
        known.require(pickupPoint, List.of(sku));
        LockedStock stock = levels.lock(pickupPoint, List.of(sku));
        seen.accept(stock.level(sku).version());
        stock.change(sku, level -> level.counted(onHand));
        SupplyChanged event = SupplyChanged.counted(clock.instant(), trigger);
        onSupplyChanged.apply(reallocate.allocate(stock, event), event);
        return stock.level(sku);
    }
}
