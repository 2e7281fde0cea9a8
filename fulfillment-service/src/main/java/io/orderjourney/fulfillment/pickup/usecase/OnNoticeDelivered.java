package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message was delivered to the customer: it may keep promises. */
@ApplicationScoped
public class OnNoticeDelivered {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final SyncPickupPromises promises;
    private final OwnPromises own;
    private final PromiseBook book;

    OnNoticeDelivered(
            Pickups pickups, OrderGoods goods, SyncPickupPromises promises, OwnPromises own, PromiseBook book) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.own = own;
        this.book = book;
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
        pickups.findForChange(orderId).filter(pickup -> !pickup.isHandedOver()).ifPresent(pickup -> {
            boolean invited = readiness != null && invited(pickup, readiness, noticeId, trigger);
            giveNextUpdate(orderId, noticeId, invited ? Instant.MAX : deliveredAt, trigger);
        });
    }

    /** A message about a readiness that was withdrawn meanwhile keeps nothing. */
    private boolean invited(Pickup pickup, int readiness, UUID noticeId, Trigger trigger) {
        Pickup after = pickup.notified(readiness);
        if (after == pickup) {
            return false;
        }
        pickups.store(after);
        promises.sync(
                after, goods.supply(pickup.orderId()), "notice " + noticeId, ReasonCode.EARLIER_STEP_LATE, trigger);
        return true;
    }

    /**
     * The next update was promised because no date was known. It is kept with the first message that could name a date that
     * stands, so the customer is never left without a promise.
     */
    private void giveNextUpdate(UUID orderId, UUID noticeId, Instant deliveredAt, Trigger trigger) {
        Map<PromiseKind, Promise> open = own.open(orderId);
        Promise nextUpdate = open.get(PromiseKind.NEXT_UPDATE);
        boolean hasDate = Stream.of(PromiseKind.PICKUP_READY, PromiseKind.PICKUP_SLOT)
                .map(open::get)
                .anyMatch(promise -> promise != null && !promise.madeAt().isAfter(deliveredAt));
        if (nextUpdate != null && hasDate) {
            book.keep(nextUpdate.id(), "notice " + noticeId, trigger.actor());
        }
    }
}
