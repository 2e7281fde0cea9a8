package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.catalogue.usecase.KnownGoods;
import io.orderjourney.fulfillment.pickup.usecase.OnSupplyChanged;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.receiving.StockArrival;
import io.orderjourney.fulfillment.receiving.StockArrivals;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books goods in at a pickup point; they go to the orders that wait longest. */
@ApplicationScoped
public class BookInArrivalHandler {

    private final KnownGoods known;
    private final StockArrivals arrivals;
    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Reallocate reallocate;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    BookInArrivalHandler(
            KnownGoods known,
            StockArrivals arrivals,
            PurchaseOrders orders,
            StockLevels levels,
            Reallocate reallocate,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.known = known;
        this.arrivals = arrivals;
        this.orders = orders;
        this.levels = levels;
        this.reallocate = reallocate;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /** What was booked in, now or before. */
    public record BookedIn(StockArrival arrival, boolean isNew) {}

    /**
     * Books goods in, once per reference.
     *
     * @param arrivedAt when they came, if it was not just now
     * @throws UnknownGoods for an article or a place that the shop does not have
     * @throws PurchaseOrder.NotFound if there is no such purchase order
     * @throws PurchaseOrder.WrongPickupPoint if they were ordered for another pickup point
     */
    @Transactional
    public BookedIn bookIn(
            String reference,
            String pickupPoint,
            @Nullable UUID purchaseOrderId,
            Map<String, Integer> piecesBySku,
            @Nullable Instant arrivedAt,
            Trigger trigger) {
        Instant now = clock.instant();
        StockArrival arrival = new StockArrival(
                reference,
                pickupPoint,
                purchaseOrderId,
                piecesBySku,
                arrivedAt == null ? now : arrivedAt.truncatedTo(ChronoUnit.MILLIS),
                now,
                trigger.actor());
        if (!arrivals.add(arrival)) {
            return new BookedIn(arrivals.ofReference(reference).orElseThrow(), false);
        }
        known.require(pickupPoint, piecesBySku.keySet());
        LockedStock stock = levels.lock(pickupPoint, skusOf(arrival));
        if (purchaseOrderId != null) {
            PurchaseOrder order = orders.findForChange(purchaseOrderId)
                    .orElseThrow(() -> new PurchaseOrder.NotFound(purchaseOrderId));
            orders.store(arrival.countedInto(order));
        }
        piecesBySku.forEach((sku, pieces) -> stock.change(sku, level -> level.arrived(pieces)));
        SupplyChanged event = SupplyChanged.ofPurchaseOrder(
                purchaseOrderId, "arrival " + reference, arrival.arrivedAt(), ReasonCode.PARTNER_ESTIMATE, trigger);
        onSupplyChanged.apply(reallocate.allocate(stock, event), event);
        return new BookedIn(arrival, true);
    }

    /**
     * What {@link #bookIn} would lead to for the first thousand orders: it is done, and undone.
     *
     * @throws PurchaseOrder.NotFound if there is no such purchase order
     */
    @Transactional
    public List<OrderSupplyChange> foresee(String pickupPoint, UUID purchaseOrderId, Map<String, Integer> piecesBySku) {
        Set<String> skus = new HashSet<>(piecesBySku.keySet());
        skus.addAll(orders.destination(purchaseOrderId)
                .orElseThrow(() -> new PurchaseOrder.NotFound(purchaseOrderId))
                .skus());
        LockedStock stock = levels.lock(pickupPoint, skus);
        orders.store(orders.findForChange(purchaseOrderId).orElseThrow().arrived(piecesBySku));
        piecesBySku.forEach((sku, pieces) -> stock.change(sku, level -> level.arrived(pieces)));
        List<OrderSupplyChange> changes = reallocate.foresee(stock);
        QuarkusTransaction.setRollbackOnly();
        return changes;
    }

    /** All items whose stock must be locked: a purchase order is changed only while every item of it is. */
    private Set<String> skusOf(StockArrival arrival) {
        Set<String> skus = new HashSet<>(arrival.piecesBySku().keySet());
        UUID purchaseOrderId = arrival.purchaseOrderId();
        if (purchaseOrderId != null) {
            skus.addAll(orders.destination(purchaseOrderId)
                    .orElseThrow(() -> new PurchaseOrder.NotFound(purchaseOrderId))
                    .skus());
        }
        return skus;
    }
}
