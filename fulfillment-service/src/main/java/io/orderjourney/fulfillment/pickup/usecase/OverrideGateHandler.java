package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The counter closes a gate that is not true, or opens again one that it closed. */
@ApplicationScoped
public class OverrideGateHandler {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final FactLog facts;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    OverrideGateHandler(
            Pickups pickups,
            OrderGoods goods,
            SyncPickupPromises promises,
            FactLog facts,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /**
     * Closes a gate. With the gate of the goods, the reserved pieces leave the shelf as unusable, and the order is served
     * again; the gate stays closed even with a replacement, until the counter has looked at it and opens the gate.
     *
     * @param seen is given the version of the order, and may refuse
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused if the gate cannot be closed
     */
    @Transactional
    public Pickup close(UUID orderId, Gate gate, String reason, LongConsumer seen, Trigger trigger) {
        LockedStock stock = goods.lock(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        Pickup before = locked(orderId);
        seen.accept(before.version());
        before.requireClosable(gate);
        if (gate == Gate.GOODS_AT_PICKUP_POINT) {
            SupplyChanged event = SupplyChanged.lost(orderId, reason, clock.instant(), trigger);
            onSupplyChanged.apply(goods.writeOff(orderId, stock, event), event);
        }
        // Without a replacement the gate closed with the goods; then there is nothing left to decide here.
        return apply(locked(orderId).gateClosed(gate, reason, clock.instant()), reason, trigger);
    }

    /**
     * Opens a gate that was closed at the counter.
     *
     * @param evidence what shows that it is true again
     * @param seen is given the version of the order, and may refuse
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused if the gate was never open, or the goods are not there
     */
    @Transactional
    public Pickup open(UUID orderId, Gate gate, String evidence, LongConsumer seen, Trigger trigger) {
        goods.lock(orderId);
        Pickup pickup = locked(orderId);
        seen.accept(pickup.version());
        pickup.requireReopenable(gate);
        if (gate == Gate.GOODS_AT_PICKUP_POINT
                && !pickup.isServedBy(goods.supply(orderId).parts())) {
            throw new Pickup.Refused("Gate " + gate + " stays closed: not all goods of the order are on the shelf");
        }
        return apply(pickup.gateOpened(gate, clock.instant()), evidence, trigger);
    }

    private Pickup locked(UUID orderId) {
        return pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
    }

    private Pickup apply(Decision<Pickup> decision, String evidence, Trigger trigger) {
        Pickup after = decision.state();
        if (decision.isChange()) {
            pickups.store(after);
            facts.record(after.orderId(), decision.facts(), trigger);
            Supply supply = goods.supply(after.orderId());
            promises.sync(after, supply, evidence, ReasonCode.GOODS_MISSING, trigger);
        }
        return after;
    }
}
