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

/** Consumes a bank gateway's reports. One about an application that the bank was never asked about fails, and becomes a dead letter. */
@ApplicationScoped
class BankConsumer {

    @Produces
    @Singleton
    EventConsumer bankDecisions(RecordDecisionHandler decisions, ParkCallbackHandler park) {
        return EventHandlers.on(EventTypes.BANK_DECISION_REPORTED, event -> record(event, decisions, park));
    }

    private static void record(
            ReceivedEvent<BankDecisionReported> event, RecordDecisionHandler decisions, ParkCallbackHandler park) {
        BankDecisionReported reported = event.data();
        if (decisions.handle(reported) == CallbackOutcome.UNKNOWN_REFERENCE) {
            park.handle(
                    event.id().toString(),
                    "decision",
                    reported.reference(),
                    reported.decision().name());
        }
    }
}
