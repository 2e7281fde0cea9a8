package io.orderjourney.fulfillment.packing.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.fulfillment.packing.PackingPromise;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what is promised after complaints for the next order; an erased customer has none. */
@ApplicationScoped
class CorrectionConsumer {

    private final PackingPromise.Book book;

    CorrectionConsumer(PackingPromise.Book book) {
        this.book = book;
    }

    @Produces
    @Singleton
    EventConsumer corrections() {
        return EventHandlers.on(
                EventTypes.CORRECTION_PROMISED,
                event -> book.add(new PackingPromise(
                        event.data().correctionId(),
                        event.data().customerId(),
                        event.data().care(),
                        event.data().promisedAt())));
    }

    void erase(@Observes ErasureOfCustomer erased) {
        book.forget(erased.customerId());
    }
}
