package io.orderjourney.fulfillment.packing.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.fulfillment.CorrectionMade;
import io.orderjourney.fulfillment.packing.PackingPromise;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What is promised for a customer's next order, and that the packer did it. */
@ApplicationScoped
public class PackingPromises {

    private final PackingPromise.Book book;
    private final JourneyLog log;
    private final BusinessClock clock;

    PackingPromises(PackingPromise.Book book, JourneyLog log, BusinessClock clock) {
        this.book = book;
        this.log = log;
        this.clock = clock;
    }

    /** What is still to do with the next order of a customer. */
    @Transactional
    public List<PackingPromise> of(UUID customerId) {
        return book.of(List.of(customerId));
    }

    /**
     * Lets an order leave only if all is done.
     *
     * @throws PackingPromise.StillOpen if something is not
     */
    @Transactional
    public void requireAllMade(UUID customerId) {
        List<PackingPromise> open = of(customerId);
        if (!open.isEmpty()) {
            throw new PackingPromise.StillOpen(open);
        }
    }

    /**
     * The packer did it, with this order.
     *
     * @throws PackingPromise.NotFound if it is not promised to this customer, or is done
     */
    @Transactional
    public void made(UUID correctionId, UUID orderId, UUID customerId, String actor) {
        PackingPromise promise = of(customerId).stream()
                .filter(one -> one.id().equals(correctionId))
                .findFirst()
                .orElseThrow(() -> new PackingPromise.NotFound(correctionId));
        if (!book.remove(correctionId)) {
            throw new PackingPromise.NotFound(correctionId);
        }
        log.append(NewEvent.of(
                EventTypes.CORRECTION_MADE,
                orderId,
                new CorrectionMade(correctionId, promise.care(), clock.instant()),
                actor));
    }
}
