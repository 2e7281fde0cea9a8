package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Another desk's event opens a gate, or shows that an open one is no longer true. */
@ApplicationScoped
public class ApplyGateEvent {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    ApplyGateEvent(Pickups pickups, OrderGoods goods, SyncPickupPromises promises, FactLog facts, BusinessClock clock) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /** What the gate waits for happened. It is buffered while the order itself is not known. */
    @Transactional
    public void opened(UUID orderId, Gate gate, Instant at, Trigger trigger) {
        Optional<Pickup> pickup = known(orderId);
        if (pickup.isEmpty()) {
            pickups.buffer(orderId, gate, at);
        } else {
            apply(pickup.get().gateOpened(gate, at), gate + " opened", trigger);
        }
    }

    /**
     * What the gate stands for is in doubt; a customer on the way must be stopped. What was buffered for an order that is not
     * known yet is discarded: it would open the gate of papers that are lost.
     */
    @Transactional
    public void doubted(UUID orderId, Gate gate, String reason, Trigger trigger) {
        Optional<Pickup> pickup = known(orderId);
        if (pickup.isEmpty()) {
            pickups.discard(orderId, gate);
        } else {
            apply(pickup.get().gateClosed(gate, reason, clock.instant()), gate + " closed", trigger);
        }
    }

    /** The order, locked; if it is not known, it stays so until this transaction ends. */
    private Optional<Pickup> known(UUID orderId) {
        Optional<Pickup> pickup = pickups.findForChange(orderId);
        if (pickup.isEmpty()) {
            pickups.lockUnknown(orderId);
            pickup = pickups.findForChange(orderId);
        }
        return pickup;
    }

    private void apply(Decision<Pickup> decision, String evidence, Trigger trigger) {
        if (decision.isChange()) {
            Pickup after = decision.state();
            pickups.store(after);
            facts.record(after.orderId(), decision.facts(), trigger);
            promises.sync(after, goods.supply(after.orderId()), evidence, ReasonCode.EARLIER_STEP_LATE, trigger);
        }
    }
}
