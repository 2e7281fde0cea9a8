package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.StockKey;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.StockReserved;
import io.orderjourney.fulfillment.supply.Supplies;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Somebody counted a shelf; pieces that nobody knew of go to whoever waits for them. */
@ApplicationScoped
public class CountStockHandler {

    private final StockLevels levels;
    private final Supplies supplies;
    private final BusinessClock clock;

    CountStockHandler(StockLevels levels, Supplies supplies, BusinessClock clock) {
        this.levels = levels;
        this.supplies = supplies;
        this.clock = clock;
    }

    /**
     * Writes down how many pieces lie on the shelf.
     *
     * @param seen is given the version that is counted anew, and may refuse
     * @return the level after waiting orders got their share
     * @throws StockReserved if fewer were found than are kept for orders
     */
    @Transactional
    public StockLevel count(StockKey key, int onHand, LongConsumer seen, Trigger cause) {
        StockLevel before = held(key);
        seen.accept(before.version());
        levels.store(before.counted(onHand));
        SupplyChanged news =
                new SupplyChanged("counted by " + cause.actor(), clock.instant(), null, ReasonCode.GOODS_MISSING, cause);
        supplies.shareOut(key.pickupPoint(), List.of(key.sku()), news);
        return held(key);
    }

    private StockLevel held(StockKey key) {
        return Objects.requireNonNull(
                levels.lock(key.pickupPoint(), List.of(key.sku())).get(key.sku()));
    }
}
