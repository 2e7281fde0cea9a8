package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
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
import java.util.List;
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
     * Hands over the goods that are here; if others are still to come, the pickup goes on with them.
     *
     * @param restPaid whether the counter took the rest of the price, where there is one
     * @param seen is given the version of the order, and may refuse
     * @throws Pickup.NotFound if there is no such order here
     * @throws GatesClosed while a gate is closed
     * @throws io.orderjourney.fulfillment.pickup.RestNotPaid while there is a rest that was not paid
     * @throws Pickup.Refused if the customer has the goods already
     */
    @Transactional
    public Pickup handOver(UUID orderId, boolean restPaid, LongConsumer seen, Trigger trigger) {
        LockedStock stock = goods.lock(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        Pickup before = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        seen.accept(before.version());
        Pickup pickup = restPaid ? before.restPaid() : before;
        pickups.removeCode(orderId);
        Supply supply = goods.supply(orderId);
        if (!supply.isOnShelf()) {
            return handOverPart(pickup, supply, stock, trigger);
        }
        Decision<Pickup> decision = pickup.handedOver(trigger.actor(), clock.instant());
        goods.handOut(orderId, stock);
        pickups.store(decision.state());
        facts.record(orderId, decision.facts(), trigger);
        promises.sync(
                decision.state(), supply, "handed over by " + trigger.actor(), ReasonCode.EARLIER_STEP_LATE, trigger);
        return decision.state();
    }

    private Pickup handOverPart(Pickup pickup, Supply supply, LockedStock stock, Trigger trigger) {
        UUID orderId = pickup.orderId();
        Decision<Pickup> decision = PartsPolicy.handedOver(pickup, trigger.actor(), supply.parts(), clock.instant());
        Pickup after = decision.state();
        goods.handOutPart(orderId, stock);
        Supply rest = goods.supply(orderId);
        pickups.store(after);
        facts.record(orderId, decision.facts(), trigger);
        facts.record(orderId, List.of(PartsPolicy.told(after, rest.parts(), clock.instant())), trigger);
        String evidence = "a part was handed over by " + trigger.actor();
        promises.partHandedOver(orderId, evidence, trigger);
        promises.sync(after, rest, evidence, ReasonCode.EARLIER_STEP_LATE, trigger);
        return after;
    }
}
