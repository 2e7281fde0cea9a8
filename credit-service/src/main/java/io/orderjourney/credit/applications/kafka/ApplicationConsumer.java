package io.orderjourney.credit.applications.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.credit.applications.usecase.ChangeAmountHandler;
import io.orderjourney.credit.applications.usecase.CloseApplicationHandler;
import io.orderjourney.credit.applications.usecase.ConfirmApplicationHandler;
import io.orderjourney.credit.applications.usecase.ExpireStaleEstimateHandler;
import io.orderjourney.credit.applications.usecase.KeepPromiseOnDeliveryHandler;
import io.orderjourney.credit.applications.usecase.OpenApplicationHandler;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes orders, deliveries of notices, and the watch's reschedules. */
@ApplicationScoped
class ApplicationConsumer {

    @Produces
    @Singleton
    EventConsumer applications(
            OpenApplicationHandler open,
            ConfirmApplicationHandler confirm,
            KeepPromiseOnDeliveryHandler told,
            ChangeAmountHandler amount,
            CloseApplicationHandler close,
            ExpireStaleEstimateHandler staleWord) {
        return EventHandlers.on(EventTypes.ORDER_PLACED, open::handle)
                .and(EventTypes.ORDER_CONFIRMED, event -> confirm.handle(event.journeyId()))
                .and(
                        EventTypes.ORDER_CHANGED,
                        event -> amount.changed(event.journeyId(), event.data().total()))
                .and(EventTypes.JOURNEY_ENDED, event -> close.ended(event.journeyId(), event.data()))
                .and(EventTypes.PAYMENT_CHANGED, event -> close.paymentChanged(event.journeyId(), event.data()))
                .and(EventTypes.CUSTOMER_TOLD, event -> told.handle(event.journeyId(), event.data()))
                .and(EventTypes.PROMISE_RESCHEDULED, event -> staleWord.handle(event.data()));
    }
}
