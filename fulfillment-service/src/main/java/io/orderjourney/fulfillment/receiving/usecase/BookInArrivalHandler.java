package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.receiving.ArrivedElsewhere;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrderUnknown;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.receiving.StockArrival;
import io.orderjourney.fulfillment.receiving.StockArrivals;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supplies;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods came in at a pickup point and go to whoever waits for them longest. */
@ApplicationScoped
public class BookInArrivalHandler {

    private final StockArrivals arrivals;
    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Supplies supplies;
    private final BusinessClock clock;

    BookInArrivalHandler(
            StockArrivals arrivals, PurchaseOrders orders, StockLevels levels, Supplies supplies, BusinessClock clock) {
        this.arrivals = arrivals;
        this.orders = orders;
        this.levels = levels;
        this.supplies = supplies;
        this.clock = clock;
    }

    /** What was booked in, and whether it was news. */
    public record BookedIn(StockArrival arrival, boolean isNew) {}

    /**
     * Books goods in, once per reference.
     *
     * @param arrivedAt when they came, if it was not just now
     * @throws PurchaseOrderUnknown if nobody ordered this
     * @throws ArrivedElsewhere if they were ordered for another pickup point
     */
    @Transactional
    public BookedIn bookIn(
            String reference,
            String pickupPoint,
            @Nullable UUID purchaseOrderId,
            Map<String, Integer> piecesBySku,
            @Nullable Instant arrivedAt,
            Trigger cause) {
        Instant now = clock.instant();
        StockArrival arrival = new StockArrival(
                reference,
                pickupPoint,
                purchaseOrderId,
                piecesBySku,
                arrivedAt == null ? now : arrivedAt.truncatedTo(ChronoUnit.MILLIS),
                now,
                cause.actor());
        if (!arrivals.add(arrival)) {
            return new BookedIn(arrivals.ofReference(reference).orElseThrow(), false);
        }
        Set<String> skus = skusOf(arrival);
        Map<String, StockLevel> held = levels.lock(pickupPoint, skus);
        if (purchaseOrderId != null) {
            PurchaseOrder order =
                    orders.findForChange(purchaseOrderId).orElseThrow(() -> new PurchaseOrderUnknown(purchaseOrderId));
            orders.store(arrival.countedInto(order));
        }
        piecesBySku.forEach((sku, pieces) ->
                levels.store(Objects.requireNonNull(held.get(sku)).arrived(pieces)));
        supplies.shareOut(
                pickupPoint,
                skus,
                new SupplyChanged(
                        "arrival " + reference,
                        arrival.arrivedAt(),
                        purchaseOrderId,
                        ReasonCode.PARTNER_ESTIMATE,
                        cause));
        return new BookedIn(arrival, true);
    }

    /** All items whose levels must be held: a purchase order is changed only by who holds every item of it. */
    private Set<String> skusOf(StockArrival arrival) {
        Set<String> skus = new HashSet<>(arrival.piecesBySku().keySet());
        UUID purchaseOrderId = arrival.purchaseOrderId();
        if (purchaseOrderId != null) {
            skus.addAll(orders.destination(purchaseOrderId)
                    .orElseThrow(() -> new PurchaseOrderUnknown(purchaseOrderId))
                    .skus());
        }
        return skus;
    }
}
