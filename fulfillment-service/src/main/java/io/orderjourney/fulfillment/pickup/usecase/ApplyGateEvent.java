package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Decision;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromises;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Another desk's fact opens a gate, or shows that an open one is not true any more. */
@ApplicationScoped
public class ApplyGateEvent {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final PickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    ApplyGateEvent(Pickups pickups, OrderGoods goods, PickupPromises promises, FactLog facts, BusinessClock clock) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /** What the gate waits for happened. It is kept if the order itself is not known yet. */
    @Transactional
    public void happened(UUID orderId, Gate gate, Instant at, Trigger cause) {
        Optional<Pickup> pickup = known(orderId);
        if (pickup.isEmpty()) {
            pickups.buffer(orderId, gate, at);
        } else {
            keep(pickup.get().gateOpened(gate, at), gate + " opened", cause);
        }
    }

    /**
     * What the gate stands for is in doubt; whoever is on his way must be stopped. For an order that is not known yet, a fact
     * that was kept until it comes is kept no longer: it would open the gate of papers that are lost.
     */
    @Transactional
    public void inDoubt(UUID orderId, Gate gate, String why, Trigger cause) {
        Optional<Pickup> pickup = known(orderId);
        if (pickup.isEmpty()) {
            pickups.discard(orderId, gate);
        } else {
            keep(pickup.get().gateClosed(gate, why, clock.instant()), gate + " closed", cause);
        }
    }

    /** The order, held; if it is not known, then so until this transaction ends. */
    private Optional<Pickup> known(UUID orderId) {
        Optional<Pickup> pickup = pickups.findForChange(orderId);
        if (pickup.isEmpty()) {
            pickups.lockUnknown(orderId);
            pickup = pickups.findForChange(orderId);
        }
        return pickup;
    }

    private void keep(Decision<Pickup> decision, String evidence, Trigger cause) {
        if (decision.isChange()) {
            Pickup after = decision.state();
            pickups.store(after);
            facts.record(after.orderId(), decision.facts(), cause);
            promises.follow(after, goods.supply(after.orderId()), evidence, ReasonCode.EARLIER_STEP_LATE, cause);
        }
    }
}
