package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.receiving.EtaImplausible;
import io.orderjourney.fulfillment.receiving.EtaPolicy;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrderExists;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supplies;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Goods were ordered from a supplier; orders that wait for such goods have a date now. */
@ApplicationScoped
public class PlacePurchaseOrderHandler {

    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Supplies supplies;
    private final BusinessClock clock;

    PlacePurchaseOrderHandler(PurchaseOrders orders, StockLevels levels, Supplies supplies, BusinessClock clock) {
        this.orders = orders;
        this.levels = levels;
        this.supplies = supplies;
        this.clock = clock;
    }

    /**
     * @param wanted the order as it was placed; its time of ordering is now
     * @throws PurchaseOrderExists if the id is taken
     * @throws EtaImplausible if the expected time cannot be meant
     */
    @Transactional
    public PurchaseOrder place(PurchaseOrder wanted, Trigger cause) {
        Instant now = clock.instant();
        PurchaseOrder order = new PurchaseOrder(
                wanted.id(),
                wanted.supplier(),
                wanted.pickupPoint(),
                EtaPolicy.plausible(wanted.etaAt(), now),
                wanted.etaReason(),
                now,
                wanted.lines(),
                1);
        levels.lock(order.pickupPoint(), order.skus());
        orders.add(order);
        supplies.shareOut(
                order.pickupPoint(),
                order.skus(),
                new SupplyChanged(
                        "ordered from " + order.supplier(), now, order.id(), ReasonCode.PARTNER_ESTIMATE, cause));
        return order;
    }
}
