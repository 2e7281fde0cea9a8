package io.orderjourney.fulfillment.pickup.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.fulfillment.pickup.usecase.OnNoticeDelivered;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.promises.usecase.NextUpdates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what was delivered to customers, and what it keeps. */
@ApplicationScoped
class NoticeConsumer {

    private final OnNoticeDelivered onDelivered;
    private final NextUpdates nextUpdates;

    NoticeConsumer(OnNoticeDelivered onDelivered, NextUpdates nextUpdates) {
        this.onDelivered = onDelivered;
        this.nextUpdates = nextUpdates;
    }

    @Produces
    @Singleton
    EventConsumer notices() {
        return EventHandlers.on(EventTypes.CUSTOMER_TOLD, this::told).and(EventTypes.CUSTOMER_WARNED, this::warned);
    }

    /** Another service takes a next update over; the message that gave it may have come before. */
    @Produces
    @Singleton
    EventConsumer nextUpdatesTakenOver() {
        return EventHandlers.on(EventTypes.PROMISE_MADE, event -> {
            if (event.data().kind().equals(PromiseKind.NEXT_UPDATE)) {
                nextUpdates.promised(event.journeyId());
            }
        });
    }

    private void told(ReceivedEvent<CustomerTold> event) {
        CustomerTold told = event.data();
        Integer readiness = told.subjects().contains(NoticeSubject.READY_FOR_PICKUP) ? told.readiness() : null;
        onDelivered.delivered(event.journeyId(), told.noticeId(), readiness, told.handedOverAt(), trigger(event));
    }

    private void warned(ReceivedEvent<CustomerWarned> event) {
        CustomerWarned warned = event.data();
        onDelivered.delivered(event.journeyId(), warned.noticeId(), null, warned.handedOverAt(), trigger(event));
    }

    private static Trigger trigger(ReceivedEvent<?> event) {
        return Trigger.of(event.source(), event.id());
    }
}
