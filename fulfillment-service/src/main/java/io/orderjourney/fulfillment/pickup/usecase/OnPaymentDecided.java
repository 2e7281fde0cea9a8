package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The bank decides about the credit of an order, or the customer pays in another way. The goods stay reserved all the time. */
@ApplicationScoped
public class OnPaymentDecided {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final FactLog facts;

    OnPaymentDecided(Pickups pickups, OrderGoods goods, SyncPickupPromises promises, FactLog facts) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
    }

    /** The bank refused: nothing is promised here until it is known how the journey goes on. */
    @Transactional
    public void creditRefused(UUID orderId, Instant at, Trigger trigger) {
        Optional<Pickup> pickup = known(orderId);
        if (pickup.isEmpty()) {
            pickups.bufferCreditRefused(orderId);
        } else {
            apply(pickup.get(), pickup.get().creditRefused(at), "the bank refused the credit", trigger);
        }
    }

    /** The bank approved; after a refusal the order goes on as at its beginning. */
    @Transactional
    public void creditApproved(UUID orderId, Money amount, Trigger trigger) {
        Optional<Pickup> pickup = known(orderId);
        if (pickup.isEmpty()) {
            pickups.drainCreditRefused(orderId);
        } else {
            Pickup approved = pickup.get().creditApproved();
            Money total = approved.total();
            boolean all = total != null && amount.amountMinor() >= total.amountMinor();
            Decision<Pickup> decision = Decision.quiet(all ? approved.restPaid() : approved);
            apply(pickup.get(), decision, "the bank approved the credit", trigger);
        }
    }

    /** The bank lends less than the order costs, and the customer pays the rest at the counter. */
    @Transactional
    public void restAgreed(UUID orderId, Money rest) {
        pickups.findForChange(orderId).ifPresent(pickup -> {
            Pickup after = pickup.restAgreed(rest);
            if (!after.equals(pickup)) {
                pickups.store(after);
            }
        });
    }

    /** The customer pays in another way: other gates, and another pickup day, because it waits for other things. */
    @Transactional
    public void paymentChanged(UUID orderId, PaymentMethod payment, Instant at, Trigger trigger) {
        pickups.findForChange(orderId).ifPresent(pickup -> {
            Decision<Pickup> decision = pickup.paid(payment, at);
            if (!decision.state().equals(pickup)) {
                promises.forgetReady(orderId, "paid in another way", trigger);
            }
            apply(pickup, decision, "paid in another way", trigger);
        });
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

    private void apply(Pickup before, Decision<Pickup> decision, String evidence, Trigger trigger) {
        Pickup after = decision.state();
        if (!after.equals(before)) {
            pickups.store(after);
            facts.record(after.orderId(), decision.facts(), trigger);
            Supply supply = goods.supply(after.orderId());
            promises.sync(after, supply, evidence, ReasonCode.EARLIER_STEP_LATE, trigger);
        }
    }
}
