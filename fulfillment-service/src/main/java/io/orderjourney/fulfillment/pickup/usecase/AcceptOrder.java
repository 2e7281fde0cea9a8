package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.fulfillment.delivery.usecase.AcceptParcel;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods.Wanted;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Accepts an order: reserves its goods, sets up its gates, and promises the customer when they can come. What a courier
 * brings has no gates and is accepted as a parcel.
 */
@ApplicationScoped
public class AcceptOrder {

    private final Pickups pickups;
    private final ReserveGoods reserveGoods;
    private final SyncPickupPromises promises;
    private final AcceptParcel acceptParcel;
    private final FactLog facts;
    private final BusinessClock clock;

    AcceptOrder(
            Pickups pickups,
            ReserveGoods reserveGoods,
            SyncPickupPromises promises,
            AcceptParcel acceptParcel,
            FactLog facts,
            BusinessClock clock) {
        this.pickups = pickups;
        this.reserveGoods = reserveGoods;
        this.promises = promises;
        this.acceptParcel = acceptParcel;
        this.facts = facts;
        this.clock = clock;
    }

    /** Accepts an order; one that is known already changes nothing. */
    @Transactional
    public void accept(UUID orderId, OrderPlaced order, Trigger trigger) {
        if (order.byCourier()) {
            acceptParcel.accept(orderId, order, goods(order.lines()), trigger);
            return;
        }
        pickups.lockUnknown(orderId);
        if (pickups.findForChange(orderId).isPresent()) {
            return;
        }
        Supply supply = reserveGoods.reserve(orderId, order.pickupPoint(), goods(order.lines()));
        Pickup placed = Pickup.placed(
                orderId,
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.payment(),
                order.total(),
                order.placedAt(),
                order.pickupPoint(),
                order.wishesParts());
        Pickup pickup = pickups.drainCreditRefused(orderId)
                ? placed.creditRefused(clock.instant()).state()
                : placed;
        pickups.add(pickup);
        facts.record(orderId, List.of(reserved(order.pickupPoint(), supply, clock.instant())), trigger);
        if (supply.parts().isSplit()) {
            facts.record(orderId, List.of(PartsPolicy.told(pickup, supply.parts(), clock.instant())), trigger);
        }
        promises.begin(pickup, supply, order.pickupOffer(), trigger);
        openGates(pickup, supply, trigger);
    }

    private void openGates(Pickup pickup, Supply supply, Trigger trigger) {
        Map<Gate, Instant> open = new TreeMap<>(pickups.drain(pickup.orderId()));
        if (pickup.isServedBy(supply.parts())) {
            open.put(Gate.GOODS_AT_PICKUP_POINT, clock.instant());
        }
        Pickup after = pickup;
        for (Map.Entry<Gate, Instant> gate : open.entrySet()) {
            Decision<Pickup> decision = after.gateOpened(gate.getKey(), gate.getValue());
            facts.record(pickup.orderId(), decision.facts(), trigger);
            after = decision.state();
        }
        if (after.version() != pickup.version()) {
            pickups.store(after);
            promises.sync(after, supply, "gates", ReasonCode.EARLIER_STEP_LATE, trigger);
        }
    }

    /** What is published of a reservation, at first and when goods of unknown source get a date. */
    static Fact<GoodsReserved> reserved(String pickupPoint, Supply supply, Instant now) {
        return new Fact<>(
                EventTypes.GOODS_RESERVED,
                new GoodsReserved(
                        pickupPoint,
                        supply.isOnShelf(),
                        supply.purchaseOrderIds(),
                        supply.expectedAt(),
                        now,
                        supply.lastSupplier()));
    }

    /** One item may be in several lines of an order; it is reserved once. */
    static Collection<Wanted> goods(List<OrderLine> lines) {
        Map<String, Wanted> goods = new TreeMap<>();
        lines.forEach(line -> goods.merge(
                line.sku(), new Wanted(line.sku(), line.name(), line.quantity(), price(line)), Wanted::and));
        return goods.values();
    }

    private static long price(OrderLine line) {
        return Math.multiplyExact(line.unitPrice().amountMinor(), (long) line.quantity());
    }
}
