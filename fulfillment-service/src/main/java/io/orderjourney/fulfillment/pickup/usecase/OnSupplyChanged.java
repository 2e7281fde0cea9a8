package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.fulfillment.delivery.usecase.OnParcelSupplyChanged;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A change in an order's supply is published, opens or closes the gate of the goods, and changes the promises; a parcel has no
 * gate.
 */
@ApplicationScoped
public class OnSupplyChanged {

    private final Pickups pickups;
    private final OnParcelSupplyChanged parcels;
    private final SyncPickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    OnSupplyChanged(
            Pickups pickups,
            OnParcelSupplyChanged parcels,
            SyncPickupPromises promises,
            FactLog facts,
            BusinessClock clock) {
        this.pickups = pickups;
        this.parcels = parcels;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /** Applies what an allocation changed, in the running transaction and in the order given. */
    public void apply(List<OrderSupplyChange> changes, SupplyChanged event) {
        Map<UUID, Pickup> affected = pickups.findForChange(
                changes.stream().map(OrderSupplyChange::orderId).toList());
        Instant now = clock.instant();
        List<NewEvent<?>> events = new ArrayList<>();
        List<Pickup> changed = new ArrayList<>();
        Map<Pickup, Supply> open = new LinkedHashMap<>();
        for (OrderSupplyChange change : changes) {
            Pickup pickup = affected.get(change.orderId());
            if (pickup == null) {
                parcels.apply(change, event);
                continue;
            }
            if (pickup.isClosed()) {
                continue;
            }
            Supply supply = change.after();
            Decision<Pickup> decision = pickup.goodsMoved(supply.parts(), event.what(), now);
            events.addAll(FactLog.events(
                    pickup.orderId(), news(pickup, decision.state(), change, event, now), event.trigger()));
            if (decision.isChange()) {
                changed.add(decision.state());
                events.addAll(FactLog.events(pickup.orderId(), decision.facts(), event.trigger()));
            }
            open.put(decision.state(), supply);
        }
        facts.record(events);
        pickups.store(changed);
        promises.sync(open, event.what(), event.reason(), event.trigger());
    }

    private static List<Fact<?>> news(
            Pickup before, Pickup after, OrderSupplyChange change, SupplyChanged event, Instant now) {
        List<Fact<?>> facts = new ArrayList<>();
        if (change.isOtherSupply()) {
            facts.add(fact(before.board().pickupPoint(), change, event, now));
        }
        if (change.isOtherSplit()) {
            facts.addAll(PartsPolicy.moved(before, after, change.after().parts(), now));
        }
        return facts;
    }

    private static Fact<?> fact(String pickupPoint, OrderSupplyChange change, SupplyChanged event, Instant now) {
        if (change.after().isOnShelf()) {
            return new Fact<>(
                    EventTypes.STOCK_ARRIVED,
                    new StockArrived(pickupPoint, event.purchaseOrderId(), event.happenedAt()));
        }
        return change.isOtherTime() ? etaChanged(change, now) : AcceptOrder.reserved(pickupPoint, change.after(), now);
    }

    private static Fact<StockEtaChanged> etaChanged(OrderSupplyChange change, Instant now) {
        Supply supply = change.after();
        Instant etaAt = supply.expectedAt();
        UUID purchaseOrderId = supply.lastPurchaseOrderId();
        String supplier = supply.lastSupplier();
        if (etaAt == null || purchaseOrderId == null || supplier == null) {
            throw new IllegalStateException("Expected goods have a purchase order and a time");
        }
        return new Fact<>(
                EventTypes.STOCK_ETA_CHANGED,
                new StockEtaChanged(purchaseOrderId, supplier, change.expectedBefore(), etaAt, now));
    }
}
