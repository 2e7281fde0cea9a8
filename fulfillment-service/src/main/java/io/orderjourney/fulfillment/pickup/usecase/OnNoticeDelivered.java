package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromises;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message reached the customer: what was promised by it is kept. */
@ApplicationScoped
public class OnNoticeDelivered {

    private final Pickups pickups;
    private final OrderGoods goods;
    private final PickupPromises promises;
    private final OwnPromises own;
    private final PromiseBook book;

    OnNoticeDelivered(
            Pickups pickups, OrderGoods goods, PickupPromises promises, OwnPromises own, PromiseBook book) {
        this.pickups = pickups;
        this.goods = goods;
        this.promises = promises;
        this.own = own;
        this.book = book;
    }

    /**
     * A message was handed over.
     *
     * @param readiness the readiness it told of; null if it said something else
     * @param handedOverAt when the customer's channel took it
     */
    @Transactional
    public void told(UUID orderId, UUID noticeId, @Nullable Integer readiness, Instant handedOverAt, Trigger cause) {
        pickups.findForChange(orderId).filter(pickup -> !pickup.isHandedOver()).ifPresent(pickup -> {
            boolean toldToCome = readiness != null && toldToCome(pickup, readiness, noticeId, cause);
            giveNextUpdate(orderId, noticeId, toldToCome ? Instant.MAX : handedOverAt, cause);
        });
    }

    /** A word about a readiness that was withdrawn meanwhile keeps nothing. */
    private boolean toldToCome(Pickup pickup, int readiness, UUID noticeId, Trigger cause) {
        Pickup after = pickup.told(readiness);
        if (after == pickup) {
            return false;
        }
        pickups.store(after);
        promises.follow(
                after, goods.supply(pickup.orderId()), "notice " + noticeId, ReasonCode.EARLIER_STEP_LATE, cause);
        return true;
    }

    /**
     * The next update was promised because no day was known. It is given with the first message that could speak of a day or
     * a time that stands, so the customer is never left with a word kept and nothing promised.
     */
    private void giveNextUpdate(UUID orderId, UUID noticeId, Instant handedOverAt, Trigger cause) {
        Map<PromiseKind, Promise> open = own.open(orderId);
        Promise nextUpdate = open.get(PromiseKind.NEXT_UPDATE);
        boolean somethingStands = Stream.of(PromiseKind.PICKUP_READY, PromiseKind.PICKUP_SLOT)
                .map(open::get)
                .anyMatch(promise -> promise != null && !promise.madeAt().isAfter(handedOverAt));
        if (nextUpdate != null && somethingStands) {
            book.keep(nextUpdate.id(), "notice " + noticeId, cause.actor());
        }
    }
}
