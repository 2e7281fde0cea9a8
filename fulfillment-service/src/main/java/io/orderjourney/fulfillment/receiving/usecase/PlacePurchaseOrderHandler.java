package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.catalogue.usecase.KnownGoods;
import io.orderjourney.fulfillment.pickup.usecase.OnSupplyChanged;
import io.orderjourney.fulfillment.receiving.EtaPolicy;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Goods were ordered from a supplier; orders that wait for such goods have a date now. */
@ApplicationScoped
public class PlacePurchaseOrderHandler {

    private final KnownGoods known;
    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Reallocate reallocate;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    PlacePurchaseOrderHandler(
            KnownGoods known,
            PurchaseOrders orders,
            StockLevels levels,
            Reallocate reallocate,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.known = known;
        this.orders = orders;
        this.levels = levels;
        this.reallocate = reallocate;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /**
     * @param requested the order as it is requested; it is ordered now
     * @throws UnknownGoods for an article or a place that the shop does not have
     * @throws PurchaseOrder.AlreadyPlaced if the id is taken
     * @throws EtaPolicy.Implausible if the ETA cannot be meant
     */
    @Transactional
    public PurchaseOrder place(PurchaseOrder requested, Trigger trigger) {
        known.require(requested.pickupPoint(), requested.skus());
        Instant now = clock.instant();
        Instant etaAt = EtaPolicy.plausible(requested.etaAt(), now);
        PurchaseOrder order = new PurchaseOrder(
                requested.id(),
                requested.supplier(),
                requested.pickupPoint(),
                etaAt,
                etaAt,
                requested.etaReason(),
                now,
                requested.lines(),
                null,
                1);
        LockedStock stock = levels.lock(order.pickupPoint(), order.skus());
        orders.add(order);
        SupplyChanged event = SupplyChanged.ofPurchaseOrder(
                order.id(), "ordered from " + order.supplier(), now, ReasonCode.PARTNER_ESTIMATE, trigger);
        onSupplyChanged.apply(reallocate.allocate(stock, event), event);
        return order;
    }
}
