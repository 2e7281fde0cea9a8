package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.promises.AvailableSlots;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The slots in which a customer can come to the counter. */
@ApplicationScoped
class CounterSlots implements AvailableSlots {

    private final CurrentTerms terms;

    CounterSlots(CurrentTerms terms) {
        this.terms = terms;
    }

    @Override
    public PromiseKind kind() {
        return PromiseKind.PICKUP_SLOT;
    }

    @Override
    public List<Window> next(UUID journeyId, Instant from, int atMost) {
        return PickupSlotPolicy.available(from, terms.get().calendar(Desk.PICKUP_POINT), atMost).stream()
                .map(window -> new Window(window.startAt(), window.endAt()))
                .toList();
    }
}
