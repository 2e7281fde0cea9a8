package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.usecase.OnSupplyChanged;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * A supplier brings less than was ordered, or nothing more. What will not come is expected no longer: who waited for it and
 * came last falls back to a next update at once, and who came first keeps what still comes.
 */
@ApplicationScoped
public class CorrectPurchaseOrderHandler {

    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Reallocate reallocate;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    CorrectPurchaseOrderHandler(
            PurchaseOrders orders,
            StockLevels levels,
            Reallocate reallocate,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.orders = orders;
        this.levels = levels;
        this.reallocate = reallocate;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /**
     * Says what will still come; nothing of an item that is not named.
     *
     * @param stillToCome pieces by SKU; empty if nothing more will come
     * @param reason why the rest will not come, for the shop
     * @param seen is given the version that is changed, and may refuse
     * @throws PurchaseOrder.NotFound if there is no such purchase order
     * @throws PurchaseOrder.FullyArrived if nothing was still to come
     * @throws PurchaseOrder.MoreThanMissing if more would come than is missing
     */
    @Transactional
    public PurchaseOrder correct(
            UUID id, Map<String, Integer> stillToCome, String reason, LongConsumer seen, Trigger trigger) {
        LockedStock stock = lock(id);
        PurchaseOrder before = orders.findForChange(id).orElseThrow();
        seen.accept(before.version());
        PurchaseOrder after = before.corrected(stillToCome, reason);
        orders.store(after);
        SupplyChanged event = event(after, trigger);
        onSupplyChanged.apply(reallocate.allocate(stock, event), event);
        return after;
    }

    /** What {@link #correct} would lead to for the first thousand orders: it is done, and undone. */
    @Transactional
    public List<OrderSupplyChange> foresee(UUID id, Map<String, Integer> stillToCome) {
        LockedStock stock = lock(id);
        PurchaseOrder after = orders.findForChange(id).orElseThrow().corrected(stillToCome, "foreseen");
        orders.store(after);
        List<OrderSupplyChange> changes = reallocate.foresee(stock);
        QuarkusTransaction.setRollbackOnly();
        return changes;
    }

    private LockedStock lock(UUID id) {
        PurchaseOrders.Destination destination =
                orders.destination(id).orElseThrow(() -> new PurchaseOrder.NotFound(id));
        return levels.lock(destination.pickupPoint(), destination.skus());
    }

    private SupplyChanged event(PurchaseOrder order, Trigger trigger) {
        return SupplyChanged.ofPurchaseOrder(
                order.id(),
                order.supplier() + " does not bring all that was ordered",
                clock.instant(),
                ReasonCode.SUPPLIER_LATE,
                trigger);
    }
}
