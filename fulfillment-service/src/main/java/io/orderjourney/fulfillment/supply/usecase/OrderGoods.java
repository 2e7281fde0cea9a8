package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supplies;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What can be done with the goods that are kept for an order, in the transaction of whoever does it. */
@ApplicationScoped
public class OrderGoods {

    private final Reservations reservations;
    private final StockLevels levels;
    private final Supplies supplies;

    OrderGoods(Reservations reservations, StockLevels levels, Supplies supplies) {
        this.reservations = reservations;
        this.levels = levels;
        this.supplies = supplies;
    }

    /** How the goods stand, read afresh. */
    public Supply supply(UUID orderId) {
        return reservation(orderId).supply();
    }

    /** The reservation, read afresh. */
    public Reservation reservation(UUID orderId) {
        return reservations.find(orderId).orElseThrow();
    }

    /** Holds the levels of all items of the order; to be done before the order itself is held. */
    public void hold(UUID orderId) {
        reservations
                .destination(orderId)
                .ifPresent(destination -> levels.lock(destination.pickupPoint(), destination.skus()));
    }

    /**
     * The goods that lie reserved for the order cannot be handed over: they leave the shelf, and the order is served
     * again from what else is there, in its old place in the queue. The caller holds the levels.
     */
    public void writeOff(UUID orderId, SupplyChanged news) {
        Reservations.Destination destination = reservations.destination(orderId).orElseThrow();
        Map<String, StockLevel> held = levels.lock(destination.pickupPoint(), destination.skus());
        for (WaitingLine waiting : reservations.linesForChange(orderId)) {
            ReservedLine line = waiting.line();
            if (line.onShelf() > 0) {
                reservations.store(orderId, line.lost(line.onShelf()));
                levels.store(Objects.requireNonNull(held.get(line.sku())).taken(line.onShelf()));
            }
        }
        supplies.shareOut(destination.pickupPoint(), destination.skus(), news);
    }

    /** The customer takes the goods; the caller holds the levels and has seen that the gates are open. */
    public void handOut(UUID orderId) {
        Reservations.Destination destination = reservations.destination(orderId).orElseThrow();
        Map<String, StockLevel> held = levels.lock(destination.pickupPoint(), destination.skus());
        for (WaitingLine waiting : reservations.linesForChange(orderId)) {
            ReservedLine line = waiting.line();
            levels.store(Objects.requireNonNull(held.get(line.sku())).taken(line.quantity()));
        }
    }
}
