package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Hands the goods over at the counter. */
@ApplicationScoped
public class HandOverHandler {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    HandOverHandler(
            Pickups pickups, OrderGoods goods, SyncPickupPromises promises, FactLog facts, BusinessClock clock) {
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
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.GatesClosed while a gate is closed
     * @throws Pickup.Refused if the customer has the goods already
     */
    @Transactional
    public Pickup handOver(UUID orderId, LongConsumer seen, Trigger trigger) {
        LockedStock stock = goods.lock(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        seen.accept(pickup.version());
        Decision<Pickup> decision = pickup.handedOver(trigger.actor(), clock.instant());
        Supply supply = goods.supply(orderId);
        goods.handOut(orderId, stock);
        pickups.store(decision.state());
        facts.record(orderId, decision.facts(), trigger);
        promises.sync(
                decision.state(), supply, "handed over by " + trigger.actor(), ReasonCode.EARLIER_STEP_LATE, trigger);
        return decision.state();
    }
}
