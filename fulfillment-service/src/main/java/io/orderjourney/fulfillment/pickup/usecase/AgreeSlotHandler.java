package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Agrees with the customer when they come. */
@ApplicationScoped
public class AgreeSlotHandler {

    private final Pickups pickups;
    private final PromiseDesk desk;
    private final CounterSlots slots;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    AgreeSlotHandler(Pickups pickups, PromiseDesk desk, CounterSlots slots, CurrentTerms terms, BusinessClock clock) {
        this.pickups = pickups;
        this.desk = desk;
        this.slots = slots;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Moves the pickup to the hour that begins at the requested time.
     *
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused before the customer was told that they can come, and after they came
     * @throws PromiseRefused if the counter is closed or full then, with the next time that is free
     * @throws PickupSlotPolicy.TooFarAhead if the goods would have to wait for too long
     */
    @Transactional
    public Promise agree(UUID orderId, Instant startsAt, Trigger trigger) {
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        Promise slot = desk.open(orderId).get(PromiseKind.PICKUP_SLOT);
        pickup.requireHere("agreed");
        if (slot == null || !pickup.board().isReady()) {
            throw new Pickup.Refused(
                    "A time is agreed once the customer was told that the goods are ready; they are not yet");
        }
        Instant now = clock.instant();
        PickupSlotPolicy.Window window = PickupSlotPolicy.agreed(startsAt.truncatedTo(ChronoUnit.MILLIS), now);
        PromiseDates dates = PromiseDates.at(now, terms.at(pickup.pickupPoint()));
        GrantedDate date = dates.window(PromiseKind.PICKUP_SLOT, window.startAt(), window.endAt(), now);
        if (!slots.isFreeNow(pickup, window)) {
            throw dates.refusal(
                    PromiseKind.PICKUP_SLOT,
                    slots.free(pickup, window.startAt(), 1).stream()
                            .map(PickupSlotPolicy.Window::startAt)
                            .findFirst()
                            .orElse(window.endAt()));
        }
        return desk.reschedule(slot.id(), date, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, trigger.actor());
    }
}
