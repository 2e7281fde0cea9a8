package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.promises.AvailableSlots;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The slots in which a customer can come to the counter of their pickup point; full ones are left out. */
@ApplicationScoped
public class CounterSlots implements AvailableSlots {

    /** So many windows are looked at in one go, some three days of them. */
    private static final int LOOKED_AT = 60;

    private final Pickups pickups;
    private final CurrentTerms terms;

    CounterSlots(Pickups pickups, CurrentTerms terms) {
        this.pickups = pickups;
        this.terms = terms;
    }

    @Override
    public PromiseKind kind() {
        return PromiseKind.PICKUP_SLOT;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID journeyId) {
        pickups.find(journeyId).map(Pickup::pickupPoint).ifPresent(pickups::lockSlots);
    }

    @Override
    @Transactional
    public List<Window> next(UUID journeyId, Instant from, int atMost) {
        return pickups.find(journeyId).map(pickup -> free(pickup, from, atMost)).orElse(List.of()).stream()
                .map(window -> new Window(window.startAt(), window.endAt()))
                .toList();
    }

    /** The next windows at the point of this order that are open and not full. */
    public List<PickupSlotPolicy.Window> free(Pickup pickup, Instant from, int atMost) {
        BusinessCalendar counter = terms.at(pickup.pickupPoint()).calendar(Desk.PICKUP_POINT);
        Instant last = from.plus(PickupSlotPolicy.AHEAD_MAX);
        List<PickupSlotPolicy.Window> free = new ArrayList<>();
        Instant at = from;
        while (free.size() < atMost) {
            List<PickupSlotPolicy.Window> open = PickupSlotPolicy.available(at, counter, LOOKED_AT);
            if (open.isEmpty() || open.get(0).startAt().isAfter(last)) {
                break;
            }
            free.addAll(notFull(pickup, open, counter.zone()));
            at = open.get(open.size() - 1).startAt().plusMillis(1);
        }
        return free.stream()
                .filter(window -> !window.startAt().isAfter(last))
                .limit(atMost)
                .toList();
    }

    /** Whether somebody may still agree on this window; nobody else does until this transaction ends. */
    boolean isFreeNow(Pickup pickup, PickupSlotPolicy.Window window) {
        pickups.lockSlots(pickup.pickupPoint());
        ZoneId zone = terms.get().zone();
        return !notFull(pickup, List.of(window), zone).isEmpty();
    }

    private List<PickupSlotPolicy.Window> notFull(Pickup pickup, List<PickupSlotPolicy.Window> windows, ZoneId zone) {
        int perHour =
                terms.point(pickup.pickupPoint()).map(PickupPoint::slotsPerHour).orElse(Integer.MAX_VALUE);
        Instant from = PickupSlotPolicy.hourOf(windows.get(0).startAt(), zone);
        Instant until = PickupSlotPolicy.hourOf(windows.get(windows.size() - 1).startAt(), zone)
                .plus(Duration.ofHours(1));
        List<Instant> agreed = pickups.agreed(pickup.pickupPoint(), pickup.orderId(), from, until);
        return windows.stream()
                .filter(window -> PickupSlotPolicy.isFree(window.startAt(), agreed, perHour, zone))
                .toList();
    }
}
