package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.orders.usecase.CreditChoiceHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the customer a choice when the bank refuses, and takes it back when the bank approves after all. */
@ApplicationScoped
class CreditDecisionConsumer {

    @Produces
    @Singleton
    EventConsumer creditDecisions(CreditChoiceHandler handler) {
        return EventHandlers.on(EventTypes.CREDIT_REFUSED, event -> handler.creditRefused(event.journeyId()))
                .and(
                        EventTypes.CREDIT_APPROVED,
                        event -> handler.creditApproved(
                                event.journeyId(), event.data().approvedAmount()));
    }
}
