package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.usecase.MoveParcel;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** A parcel is back and the warehouse has its goods in hand: they are on the shelf again, for who waits next. */
@ApplicationScoped
public class CheckInReturnHandler {

    private final MoveParcel move;
    private final OrderGoods goods;
    private final BusinessClock clock;

    CheckInReturnHandler(MoveParcel move, OrderGoods goods, BusinessClock clock) {
        this.move = move;
        this.goods = goods;
        this.clock = clock;
    }

    /**
     * Checks a returned parcel in.
     *
     * @param seen is given the version of the parcel, and may refuse
     * @throws Parcel.NotFound if no order of this id is delivered
     * @throws Parcel.Refused if it is not on its way back
     */
    @Transactional
    public Parcel checkIn(UUID orderId, LongConsumer seen, Trigger trigger) {
        LockedStock stock = goods.lock(orderId).orElseThrow(() -> new Parcel.NotFound(orderId));
        Parcel before = move.locked(orderId);
        seen.accept(before.version());
        String evidence = "checked in by " + trigger.actor();
        Parcel after = move.to(before, before.checkedIn(trigger.actor(), clock.instant()), evidence, trigger);
        goods.takeBack(
                orderId,
                stock,
                SupplyChanged.released("the parcel of another order came back", clock.instant(), trigger));
        return after;
    }
}
