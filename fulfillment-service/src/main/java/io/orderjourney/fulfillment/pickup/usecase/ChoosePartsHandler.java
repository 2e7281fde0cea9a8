package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The customer chooses how to collect goods of which some are here and some are not. What moves the goods meanwhile is applied
 * under the lock of the order, after this or before.
 */
@ApplicationScoped
public class ChoosePartsHandler {

    private static final Logger LOG = Logger.getLogger(ChoosePartsHandler.class);

    private final Pickups pickups;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    ChoosePartsHandler(
            Pickups pickups, OrderGoods goods, SyncPickupPromises promises, FactLog facts, BusinessClock clock) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Chooses; the same again changes nothing.
     *
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused if there is nothing to choose any more
     */
    @Transactional
    public Pickup choose(UUID orderId, boolean inParts, Trigger trigger) {
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        return apply(pickup, inParts, trigger);
    }

    /** As {@link #choose}, from a page that may be old: what cannot be chosen any more changes nothing. */
    @Transactional
    public void answered(UUID orderId, boolean inParts, Trigger trigger) {
        pickups.findForChange(orderId).ifPresent(pickup -> {
            try {
                apply(pickup, inParts, trigger);
            } catch (Pickup.Refused late) {
                LOG.infof("Order %s: %s", orderId, late.getMessage());
            }
        });
    }

    private Pickup apply(Pickup before, boolean inParts, Trigger trigger) {
        Supply supply = goods.supply(before.orderId());
        Decision<Pickup> decision = PartsPolicy.chosen(before, inParts, supply.parts(), clock.instant());
        Pickup after = decision.state();
        if (decision.isChange()) {
            pickups.store(after);
            facts.record(after.orderId(), decision.facts(), trigger);
            if (inParts) {
                promises.split(after, trigger);
            } else {
                promises.join(after, trigger);
            }
            String evidence = inParts ? "collected in parts" : "collected together";
            promises.sync(after, supply, evidence, ReasonCode.CUSTOMER_ASKED, trigger);
        }
        return after;
    }
}
