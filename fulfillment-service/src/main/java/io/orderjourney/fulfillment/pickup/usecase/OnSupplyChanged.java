package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.fulfillment.pickup.Decision;
import io.orderjourney.fulfillment.pickup.Fact;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromises;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.SupplyListener;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of an order's goods opens or closes its gate, and is told to whoever waits for them. */
@ApplicationScoped
class OnSupplyChanged implements SupplyListener {

    private final Pickups pickups;
    private final PickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    OnSupplyChanged(Pickups pickups, PickupPromises promises, FactLog facts, BusinessClock clock) {
        this.pickups = pickups;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void changed(UUID orderId, OrderSupplyChange change, SupplyChanged news) {
        Pickup pickup = pickups.findForChange(orderId).orElseThrow();
        if (pickup.isHandedOver()) {
            return;
        }
        Supply supply = change.after();
        facts.record(orderId, told(pickup, change, news), news.cause());
        Decision<Pickup> decision = supply.isOnShelf()
                ? pickup.gateOpened(Gate.GOODS_AT_PICKUP_POINT, clock.instant())
                : pickup.gateClosed(Gate.GOODS_AT_PICKUP_POINT, news.what(), clock.instant());
        if (decision.isChange()) {
            pickups.store(decision.state());
            facts.record(orderId, decision.facts(), news.cause());
        }
        promises.follow(decision.state(), supply, news.what(), news.reason(), news.cause());
    }

    private List<Fact<?>> told(Pickup pickup, OrderSupplyChange change, SupplyChanged news) {
        Supply supply = change.after();
        String pickupPoint = pickup.board().pickupPoint();
        List<Fact<?>> told = new ArrayList<>();
        if (supply.isOnShelf()) {
            told.add(new Fact<>(
                    EventTypes.STOCK_ARRIVED,
                    new StockArrived(pickupPoint, news.purchaseOrderId(), news.happenedAt())));
        } else if (change.isOtherTime()) {
            told.add(etaChanged(change, clock.instant()));
        } else {
            told.add(AcceptOrder.reserved(pickupPoint, supply, clock.instant()));
        }
        return told;
    }

    private static Fact<StockEtaChanged> etaChanged(OrderSupplyChange change, Instant now) {
        Supply supply = change.after();
        Instant etaAt = supply.expectedAt();
        UUID purchaseOrderId = supply.lastPurchaseOrderId();
        String supplier = supply.lastSupplier();
        if (etaAt == null || purchaseOrderId == null || supplier == null) {
            throw new IllegalStateException("Goods that are expected have a purchase order and a time");
        }
        return new Fact<>(
                EventTypes.STOCK_ETA_CHANGED,
                new StockEtaChanged(purchaseOrderId, supplier, change.expectedBefore(), etaAt, now));
    }
}
