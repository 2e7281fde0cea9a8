package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Decision;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromises;
import io.orderjourney.fulfillment.pickup.PickupRefused;
import io.orderjourney.fulfillment.pickup.PickupUnknown;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The goods go over the counter. */
@ApplicationScoped
public class HandOverHandler {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final PickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    HandOverHandler(Pickups pickups, OrderGoods goods, PickupPromises promises, FactLog facts, BusinessClock clock) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Hands the goods over.
     *
     * @param seen is given the version of the order, and may refuse
     * @throws PickupUnknown if there is no such order here
     * @throws GatesClosed while a gate is closed
     * @throws PickupRefused if the customer has the goods already
     */
    @Transactional
    public Pickup handOver(UUID orderId, LongConsumer seen, Trigger cause) {
        goods.hold(orderId);
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new PickupUnknown(orderId));
        seen.accept(pickup.version());
        Decision<Pickup> decision = pickup.handedOver(cause.actor(), clock.instant());
        Supply supply = goods.supply(orderId);
        goods.handOut(orderId);
        pickups.store(decision.state());
        facts.record(orderId, decision.facts(), cause);
        promises.follow(
                decision.state(), supply, "handed over by " + cause.actor(), ReasonCode.EARLIER_STEP_LATE, cause);
        return decision.state();
    }
}
