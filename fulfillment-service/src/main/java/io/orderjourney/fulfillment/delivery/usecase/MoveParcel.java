package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores what was decided about a parcel, with its facts and its promises. Joins the running transaction. */
@ApplicationScoped
public class MoveParcel {

    private final Parcels parcels;
    private final OrderGoods goods;
    private final SyncDeliveryPromises promises;
    private final FactLog facts;

    MoveParcel(Parcels parcels, OrderGoods goods, SyncDeliveryPromises promises, FactLog facts) {
        this.parcels = parcels;
        this.goods = goods;
        this.promises = promises;
        this.facts = facts;
    }

    /** @throws Parcel.NotFound if no order of this id is delivered */
    public Parcel locked(UUID orderId) {
        return parcels.findForChange(orderId).orElseThrow(() -> new Parcel.NotFound(orderId));
    }

    /** Stores a decision about a parcel that is locked. */
    public Parcel to(Parcel before, Decision<Parcel> decision, String evidence, Trigger trigger) {
        Parcel after = decision.state();
        if (!after.equals(before)) {
            parcels.store(after);
            facts.record(after.orderId(), decision.facts(), trigger);
            promises.sync(after, goods.supply(after.orderId()), evidence, ReasonCode.EARLIER_STEP_LATE, trigger);
        }
        return after;
    }
}
