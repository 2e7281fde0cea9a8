package io.orderjourney.credit.papers.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.credit.papers.usecase.OnPapersNotFound;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes that a gate of ours closed at the counter. Our own searches close it too; those are known. */
@ApplicationScoped
class PapersFindingConsumer {

    private static final String COUNTER = "the counter";

    @Produces
    @Singleton
    EventConsumer papersNotFound(OnPapersNotFound papers) {
        return EventHandlers.on(EventTypes.GATE_CLOSED, event -> {
            if (event.data().gate() == Gate.BANK_PAPERS) {
                papers.notFound(event.journeyId(), event.data().closedAt(), COUNTER);
            }
        });
    }
}
