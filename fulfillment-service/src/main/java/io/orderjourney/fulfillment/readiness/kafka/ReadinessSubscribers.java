package io.orderjourney.fulfillment.readiness.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.readiness.usecase.NoteGateFact;
import io.orderjourney.fulfillment.readiness.usecase.TakeOrder;
import io.orderjourney.fulfillment.stock.Cause;
import io.orderjourney.messaging.EventHandlers;
import io.orderjourney.messaging.EventSubscriber;
import io.orderjourney.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Listens to orders and to what the credit desk says about their gates. */
@ApplicationScoped
class ReadinessSubscribers {

    private final TakeOrder takeOrder;
    private final NoteGateFact gates;

    ReadinessSubscribers(TakeOrder takeOrder, NoteGateFact gates) {
        this.takeOrder = takeOrder;
        this.gates = gates;
    }

    @Produces
    @Singleton
    EventSubscriber ordersAndTheirGates() {
        return EventHandlers.on(
                        EventTypes.ORDER_PLACED,
                        event -> takeOrder.placed(event.journeyId(), event.data(), cause(event)))
                .and(
                        EventTypes.ORDER_CONFIRMED,
                        event -> happened(
                                event, Gate.ORDER_CONFIRMED, event.data().confirmedAt()))
                .and(
                        EventTypes.AGREEMENT_SIGNED,
                        event -> happened(
                                event, Gate.AGREEMENT_SIGNED, event.data().signedAt()))
                .and(
                        EventTypes.BANK_PAPERS_CHECKED_IN,
                        event -> happened(event, Gate.BANK_PAPERS, event.data().checkedInAt()))
                .and(
                        EventTypes.BANK_PAPERS_SEARCH_STARTED,
                        event -> gates.inDoubt(
                                event.journeyId(),
                                Gate.BANK_PAPERS,
                                "the papers are being searched for",
                                cause(event)));
    }

    private void happened(ReceivedEvent<?> event, Gate gate, Instant at) {
        gates.happened(event.journeyId(), gate, at, cause(event));
    }

    private static Cause cause(ReceivedEvent<?> event) {
        return Cause.of(event.source(), event.id());
    }
}
