package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Stores the goods for longer, once, because the customer asks for it. */
@ApplicationScoped
public class ExtendStorageHandler {

    private final Pickups pickups;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ExtendStorageHandler(Pickups pickups, PromiseDesk desk, PromiseBook book, CurrentTerms terms, BusinessClock clock) {
        this.pickups = pickups;
        this.desk = desk;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Waits longer for the customer.
     *
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused before the customer was told that they can come, for the second time, if an hour is agreed, and
     *     when the storage time is over
     */
    @Transactional
    public void extend(UUID orderId, Trigger trigger) {
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        Pickup extended = pickup.storageExtended();
        Promise slot = desk.open(orderId, PromiseKind.PICKUP_SLOT).orElseThrow();
        CustomerTurn turn = slot.turn();
        if (turn == null) {
            throw new Pickup.Refused("The customer agreed when they come: agree on a later time instead");
        }
        Instant storedUntilAt = turn.untilAt();
        if (!storedUntilAt.isAfter(clock.instant())) {
            throw new Pickup.Refused("The storage time is over since " + storedUntilAt);
        }
        pickups.store(extended);
        ShopTerms shop = terms.at(pickup.pickupPoint());
        book.pause(
                slot.id(),
                WaitingReason.COLLECTION,
                PickupSlotPolicy.extendedUntil(
                        storedUntilAt,
                        shop.calendar(Desk.PICKUP_POINT),
                        shop.waiting().storageDays()),
                trigger.actor());
    }
}
