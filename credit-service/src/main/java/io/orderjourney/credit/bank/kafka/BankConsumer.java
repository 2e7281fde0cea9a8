package io.orderjourney.credit.bank.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.credit.bank.CallbackOutcome;
import io.orderjourney.credit.bank.usecase.ParkCallbackHandler;
import io.orderjourney.credit.bank.usecase.RecordDecisionHandler;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Listens to a bank gateway. A report that contradicts what is known fails, and so waits for people as a dead letter. */
@ApplicationScoped
class BankConsumer {

    @Produces
    @Singleton
    EventConsumer bankDecisions(RecordDecisionHandler decisions, ParkCallbackHandler aside) {
        return EventHandlers.on(EventTypes.BANK_DECISION_REPORTED, event -> record(event, decisions, aside));
    }

    private static void record(
            ReceivedEvent<BankDecisionReported> event, RecordDecisionHandler decisions, ParkCallbackHandler aside) {
        BankDecisionReported reported = event.data();
        if (decisions.handle(reported) == CallbackOutcome.UNKNOWN_REFERENCE) {
            aside.handle(
                    event.id().toString(),
                    "decision",
                    reported.reference(),
                    reported.decision().name());
        }
    }
}
