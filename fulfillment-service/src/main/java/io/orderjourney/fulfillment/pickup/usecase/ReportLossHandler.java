package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.pickup.GoodsLoss;
import io.orderjourney.fulfillment.pickup.LossReason;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Some pieces of an order cannot be handed over. A free piece takes their place at once, and nothing else changes; without
 * one the gate of the goods closes, and a customer who was told to come is stopped. The other lines stay reserved.
 */
@ApplicationScoped
public class ReportLossHandler {

    private final Pickups pickups;
    private final Reservations reservations;
    private final OrderGoods goods;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    ReportLossHandler(
            Pickups pickups,
            Reservations reservations,
            OrderGoods goods,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.pickups = pickups;
        this.reservations = reservations;
        this.goods = goods;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /**
     * Writes pieces off.
     *
     * @param piecesBySku what cannot be handed over, 1 or more pieces of each
     * @param seen is given the version of the order, and may refuse
     * @return whether free pieces took their place
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused if so many pieces do not lie here for this order, or the pickup is closed
     */
    @Transactional
    public boolean report(
            UUID orderId, Map<String, Integer> piecesBySku, LossReason reason, LongConsumer seen, Trigger trigger) {
        LockedStock stock = goods.lock(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        seen.accept(pickup.version());
        pickup.requireHere("written off");
        requireOnShelf(orderId, piecesBySku);
        Instant now = clock.instant();
        String pickupPoint = pickup.board().pickupPoint();
        piecesBySku.forEach((sku, pieces) ->
                pickups.addLoss(new GoodsLoss(orderId, pickupPoint, sku, pieces, reason, trigger.actor(), now)));
        SupplyChanged event = SupplyChanged.lost(orderId, "the counter reports: " + reason, now, trigger);
        onSupplyChanged.apply(
                goods.writeOff(orderId, line -> piecesBySku.getOrDefault(line.sku(), 0), stock, event), event);
        return goods.supply(orderId)
                .parts()
                .lines()
                .allMatch(line -> line.missing() == 0 || !piecesBySku.containsKey(line.sku()));
    }

    private void requireOnShelf(UUID orderId, Map<String, Integer> piecesBySku) {
        Map<String, ReservedLine> lines =
                reservations.find(orderId).orElseThrow().bySku();
        piecesBySku.forEach((sku, pieces) -> {
            ReservedLine line = lines.get(sku);
            int onShelf = line == null || line.handedOver() ? 0 : line.onShelf();
            if (pieces > onShelf) {
                throw new Pickup.Refused(
                        "Not so many pieces of " + sku + " lie here for this order: " + onShelf + ", not " + pieces);
            }
        });
    }
}
