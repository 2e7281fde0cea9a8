package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.delivery.usecase.OnDeliveryEnded;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.SupplyChanged;
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
import org.jboss.logging.Logger;

/**
 * A journey that ends without the goods frees them: our promises are withdrawn, the pickup is closed, and who waits next gets
 * what was reserved.
 */
@ApplicationScoped
public class OnJourneyEnded {

    private static final Logger LOG = Logger.getLogger(OnJourneyEnded.class);

    private final Pickups pickups;
    private final OnDeliveryEnded onDeliveryEnded;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    OnJourneyEnded(
            Pickups pickups,
            OnDeliveryEnded onDeliveryEnded,
            OrderGoods goods,
            SyncPickupPromises promises,
            FactLog facts,
            BusinessClock clock) {
        this.pickups = pickups;
        this.onDeliveryEnded = onDeliveryEnded;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /** Applies an end; a second one, and one of an order that is not known here, changes nothing. */
    @Transactional
    public void ended(UUID orderId, JourneyEnd end, Instant endedAt, Trigger trigger) {
        if (end == JourneyEnd.COMPLETED) {
            return;
        }
        Optional<LockedStock> stock = goods.lock(orderId);
        Optional<Pickup> pickup = pickups.findForChange(orderId);
        if (stock.isEmpty()) {
            return;
        }
        pickups.removeCode(orderId);
        SupplyChanged free = SupplyChanged.released("another order does not need its goods", clock.instant(), trigger);
        if (pickup.isEmpty()) {
            onDeliveryEnded.ended(orderId, end, endedAt, stock.get(), free);
            return;
        }
        Pickup before = pickup.get();
        if (before.isHandedOver()) {
            // The end came too late for the goods; order-service has a task for the person who talks to the customer.
            LOG.infof("Order %s ended (%s) after its goods were handed over: nothing is released", orderId, end);
            return;
        }
        Decision<Pickup> decision = before.ended(end, endedAt);
        Pickup after = decision.state();
        if (after.equals(before)) {
            return;
        }
        pickups.store(after);
        facts.record(orderId, decision.facts(), trigger);
        promises.sync(after, goods.supply(orderId), "the journey ended: " + end, ReasonCode.POLICY, trigger);
        goods.release(orderId, stock.get(), free);
    }
}
