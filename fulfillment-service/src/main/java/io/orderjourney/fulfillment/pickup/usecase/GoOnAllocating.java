package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.supply.AllocationPass;
import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** One more slice of an item's queue: its orders get their share, and what follows from it. */
@ApplicationScoped
class GoOnAllocating {

    private final AllocationPasses passes;
    private final StockLevels levels;
    private final Reallocate reallocate;
    private final OnSupplyChanged onSupplyChanged;

    GoOnAllocating(
            AllocationPasses passes, StockLevels levels, Reallocate reallocate, OnSupplyChanged onSupplyChanged) {
        this.passes = passes;
        this.levels = levels;
        this.reallocate = reallocate;
        this.onSupplyChanged = onSupplyChanged;
    }

    /** @param changesMax orders whose supply may change */
    @Transactional
    public void goOn(StockLevel.Key item, int changesMax) {
        LockedStock stock = levels.lock(item.pickupPoint(), List.of(item.sku()));
        AllocationPass pass = passes.underWay(item.pickupPoint(), stock.skus()).get(item.sku());
        // Read under the lock: another replica may have come to its end meanwhile.
        if (pass != null) {
            onSupplyChanged.apply(reallocate.goOn(pass, stock, changesMax), pass.event());
        }
    }

    @Transactional
    public void setBack(StockLevel.Key item) {
        passes.setBack(item);
    }
}
