package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.packing.usecase.PackingPromises;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.Decision;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The warehouse hands a parcel to the courier: its goods leave the shelf. */
@ApplicationScoped
public class DispatchParcelHandler {

    private final MoveParcel move;
    private final OrderGoods goods;
    private final Contacts contacts;
    private final PackingPromises packing;
    private final BusinessClock clock;

    DispatchParcelHandler(
            MoveParcel move, OrderGoods goods, Contacts contacts, PackingPromises packing, BusinessClock clock) {
        this.move = move;
        this.goods = goods;
        this.contacts = contacts;
        this.packing = packing;
        this.clock = clock;
    }

    /**
     * Dispatches a parcel.
     *
     * @param seen is given the version of the parcel, and may refuse
     * @throws Parcel.NotFound if no order of this id is delivered
     * @throws Parcel.Refused if it left before, its goods are not all there, or nobody knows where it goes
     * @throws io.orderjourney.fulfillment.packing.PackingPromise.StillOpen if its packer has not done what was promised
     */
    @Transactional
    public Parcel dispatch(UUID orderId, LongConsumer seen, Trigger trigger) {
        LockedStock stock = goods.lock(orderId).orElseThrow(() -> new Parcel.NotFound(orderId));
        Parcel parcel = move.locked(orderId);
        seen.accept(parcel.version());
        boolean addressed = Optional.ofNullable(
                        contacts.of(List.of(parcel.customerId())).get(parcel.customerId()))
                .flatMap(contact -> contact.addressOf(orderId))
                .isPresent();
        Decision<Parcel> decision =
                parcel.dispatched(goods.supply(orderId).isOnShelf(), addressed, trigger.actor(), clock.instant());
        packing.requireAllMade(parcel.customerId());
        goods.handOut(orderId, stock);
        return move.to(parcel, decision, "dispatched by " + trigger.actor(), trigger);
    }
}
