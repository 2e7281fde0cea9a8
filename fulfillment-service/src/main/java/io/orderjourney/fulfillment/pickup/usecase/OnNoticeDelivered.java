package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Delivery;
import io.orderjourney.promises.usecase.NextUpdates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message was delivered to the customer: it may keep promises. */
@ApplicationScoped
public class OnNoticeDelivered {

    private final Pickups pickups;
    private final Parcels parcels;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final NextUpdates nextUpdates;

    OnNoticeDelivered(
            Pickups pickups, Parcels parcels, OrderGoods goods, SyncPickupPromises promises, NextUpdates nextUpdates) {
        this.pickups = pickups;
        this.parcels = parcels;
        this.goods = goods;
        this.promises = promises;
        this.nextUpdates = nextUpdates;
    }

    /**
     * Applies a delivery.
     *
     * @param readiness the readiness that the message announced; null if it said something else
     * @param deliveredAt when the customer's channel took it
     */
    @Transactional
    public void delivered(
            UUID orderId, UUID noticeId, @Nullable Integer readiness, Instant deliveredAt, Trigger trigger) {
        pickups.findForChange(orderId).filter(pickup -> !pickup.isClosed()).ifPresent(pickup -> {
            // The day that the message announces is the news of the next update, as long as it stands.
            nextUpdates.delivered(orderId, new Delivery(noticeId, deliveredAt));
            if (readiness != null) {
                invited(pickup, readiness, noticeId, trigger);
            }
        });
        parcels.findForChange(orderId)
                .filter(parcel -> !parcel.isClosed())
                .ifPresent(parcel -> nextUpdates.delivered(orderId, new Delivery(noticeId, deliveredAt)));
    }

    /** A message about a readiness that was withdrawn meanwhile keeps nothing. */
    private void invited(Pickup pickup, int readiness, UUID noticeId, Trigger trigger) {
        Pickup after = pickup.notified(readiness);
        if (after != pickup) {
            pickups.store(after);
            promises.sync(
                    after, goods.supply(pickup.orderId()), "notice " + noticeId, ReasonCode.EARLIER_STEP_LATE, trigger);
        }
    }
}
