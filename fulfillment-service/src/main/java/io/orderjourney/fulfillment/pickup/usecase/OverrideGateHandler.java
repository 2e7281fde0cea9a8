package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Decision;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromises;
import io.orderjourney.fulfillment.pickup.PickupRefused;
import io.orderjourney.fulfillment.pickup.PickupUnknown;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody at the counter sees that a gate is not true, or that one he closed is true again. */
@ApplicationScoped
public class OverrideGateHandler {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final PickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    OverrideGateHandler(Pickups pickups, OrderGoods goods, PickupPromises promises, FactLog facts, BusinessClock clock) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Closes a gate. With the gate of the goods, the reserved pieces leave the shelf as unusable, and the order is served
     * again; pieces that replace them at once still need somebody who opens the gate, having looked at them.
     *
     * @throws PickupUnknown if there is no such order here
     * @throws PickupRefused if the gate cannot be closed
     */
    @Transactional
    public Pickup close(UUID orderId, Gate gate, String why, Trigger cause) {
        goods.hold(orderId);
        held(orderId).requireClosable(gate);
        if (gate == Gate.GOODS_AT_PICKUP_POINT) {
            goods.writeOff(orderId, SupplyChanged.lost(orderId, why, clock.instant(), cause));
        }
        // Without a replacement the gate closed with the goods; then there is nothing left to decide here.
        return keep(held(orderId).gateClosed(gate, why, clock.instant()), why, cause);
    }

    /**
     * Opens a gate that was closed at the counter.
     *
     * @param evidence by what somebody saw that it is true again
     * @throws PickupUnknown if there is no such order here
     * @throws PickupRefused if the gate never was open, or the goods are not there
     */
    @Transactional
    public Pickup open(UUID orderId, Gate gate, String evidence, Trigger cause) {
        goods.hold(orderId);
        Pickup pickup = held(orderId);
        pickup.requireReopenable(gate);
        if (gate == Gate.GOODS_AT_PICKUP_POINT && !goods.supply(orderId).isOnShelf()) {
            throw new PickupRefused("Gate " + gate + " stays closed: not all goods of the order are on the shelf");
        }
        return keep(pickup.gateOpened(gate, clock.instant()), evidence, cause);
    }

    private Pickup held(UUID orderId) {
        return pickups.findForChange(orderId).orElseThrow(() -> new PickupUnknown(orderId));
    }

    private Pickup keep(Decision<Pickup> decision, String why, Trigger cause) {
        Pickup after = decision.state();
        if (decision.isChange()) {
            pickups.store(after);
            facts.record(after.orderId(), decision.facts(), cause);
            Supply supply = goods.supply(after.orderId());
            promises.follow(after, supply, why, ReasonCode.GOODS_MISSING, cause);
        }
        return after;
    }
}
