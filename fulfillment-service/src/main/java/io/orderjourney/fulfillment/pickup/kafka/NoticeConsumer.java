package io.orderjourney.fulfillment.pickup.kafka;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.fulfillment.pickup.usecase.ChoosePartsHandler;
import io.orderjourney.fulfillment.pickup.usecase.CollectorCodes;
import io.orderjourney.fulfillment.pickup.usecase.OnNoticeDelivered;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.promises.usecase.NextUpdates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what was delivered to customers, what it keeps, and what they answered about their goods. */
@ApplicationScoped
class NoticeConsumer {

    private final OnNoticeDelivered onDelivered;
    private final ChoosePartsHandler parts;
    private final CollectorCodes codes;
    private final NextUpdates nextUpdates;

    NoticeConsumer(
            OnNoticeDelivered onDelivered, ChoosePartsHandler parts, CollectorCodes codes, NextUpdates nextUpdates) {
        this.codes = codes;
        this.onDelivered = onDelivered;
        this.parts = parts;
        this.nextUpdates = nextUpdates;
    }

    @Produces
    @Singleton
    EventConsumer notices() {
        return EventHandlers.on(EventTypes.CUSTOMER_TOLD, this::told)
                .and(EventTypes.CUSTOMER_WARNED, this::warned)
                .and(EventTypes.CUSTOMER_ANSWERED, this::answered);
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

    private void answered(ReceivedEvent<CustomerAnswered> event) {
        CustomerAnswer answer = event.data().answer();
        if (answer == CustomerAnswer.IN_PARTS || answer == CustomerAnswer.TOGETHER) {
            parts.answered(event.journeyId(), answer == CustomerAnswer.IN_PARTS, trigger(event));
        } else if (answer == CustomerAnswer.SOMEBODY_ELSE) {
            codes.answered(event.journeyId(), trigger(event));
        }
    }

    private void warned(ReceivedEvent<CustomerWarned> event) {
        CustomerWarned warned = event.data();
        onDelivered.delivered(event.journeyId(), warned.noticeId(), null, warned.handedOverAt(), trigger(event));
    }

    private static Trigger trigger(ReceivedEvent<?> event) {
        return Trigger.of(event.source(), event.id());
    }
}
