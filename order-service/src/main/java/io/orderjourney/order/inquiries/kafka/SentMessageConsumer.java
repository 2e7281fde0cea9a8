package io.orderjourney.order.inquiries.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.inquiries.Inquiries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Remembers which message was about which journey, so that a mail that answers it finds its way. */
@ApplicationScoped
class SentMessageConsumer {

    @Produces
    @Singleton
    EventConsumer sentMessages(Inquiries inquiries) {
        return EventHandlers.on(
                        EventTypes.CUSTOMER_TOLD,
                        event -> inquiries.sent(event.data().noticeId(), event.journeyId()))
                .and(
                        EventTypes.CUSTOMER_WARNED,
                        event -> inquiries.sent(event.data().noticeId(), event.journeyId()));
    }
}
