package io.orderjourney.notification.notices.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Consumer;

/** Which facts are news for the customer. Changed dates are not: the watch announces them. */
@ApplicationScoped
class CustomerNewsConsumer {

    private static final Map<PromiseKind, NoticeSubject> ACKNOWLEDGED = Map.of(
            PromiseKind.INQUIRY_REPLY, NoticeSubject.INQUIRY_RECEIVED,
            PromiseKind.PUBLIC_REPLY, NoticeSubject.INQUIRY_RECEIVED,
            PromiseKind.COMPLAINT_ANSWER, NoticeSubject.COMPLAINT_RECEIVED);

    private final NoticePlanner planner;

    CustomerNewsConsumer(NoticePlanner planner) {
        this.planner = planner;
    }

    @Produces
    @Singleton
    EventConsumer news() {
        return EventHandlers.on(EventTypes.ORDER_PLACED, news(NoticeSubject.ORDER_RECEIVED))
                .and(EventTypes.ORDER_CONFIRMED, news(NoticeSubject.ORDER_CONFIRMED))
                .and(EventTypes.CREDIT_APPROVED, news(NoticeSubject.CREDIT_APPROVED))
                .and(EventTypes.CREDIT_REFUSED, news(NoticeSubject.CREDIT_REFUSED))
                .and(EventTypes.SIGNING_APPOINTMENT_BOOKED, this::booked)
                .and(EventTypes.AGREEMENT_SIGNED, news(NoticeSubject.PAPERS_EXPECTED))
                .and(EventTypes.STOCK_ARRIVED, news(NoticeSubject.STOCK_ARRIVED))
                .and(EventTypes.GATE_CLOSED, this::closed)
                .and(EventTypes.READY_FOR_PICKUP, this::ready)
                .and(EventTypes.READINESS_WITHDRAWN, this::withdrawn)
                .and(EventTypes.GOODS_HANDED_OVER, news(NoticeSubject.THANK_YOU))
                .and(EventTypes.PARCEL_DISPATCHED, news(NoticeSubject.PARCEL_DISPATCHED))
                .and(EventTypes.PARCEL_OUT_FOR_DELIVERY, news(NoticeSubject.OUT_FOR_DELIVERY))
                .and(EventTypes.PARCEL_DELIVERED, news(NoticeSubject.PARCEL_DELIVERED))
                .and(EventTypes.PROMISE_MADE, this::promised)
                .and(EventTypes.JOURNEY_ENDED, this::ended);
    }

    private void booked(ReceivedEvent<SigningAppointmentBooked> event) {
        if (event.data().reason() == null) {
            planner.tell(event.journeyId(), NoticeSubject.APPOINTMENT_BOOKED);
        }
    }

    /** Who asks is told at once by when the answer comes: so the promise is what is told, and not the inquiry alone. */
    private void promised(ReceivedEvent<PromiseMade> event) {
        NoticeSubject subject = ACKNOWLEDGED.get(event.data().kind());
        if (subject != null) {
            planner.tell(event.journeyId(), subject);
        }
    }

    /** Who holds the goods was thanked; every other end is told once. */
    private void ended(ReceivedEvent<JourneyEnded> event) {
        if (event.data().end() != JourneyEnd.COMPLETED) {
            planner.tell(event.journeyId(), NoticeSubject.JOURNEY_ENDED);
        }
    }

    private void closed(ReceivedEvent<GateClosed> event) {
        if (event.data().gate() == Gate.GOODS_AT_PICKUP_POINT) {
            planner.goodsMissing(event.journeyId());
        }
    }

    private void ready(ReceivedEvent<ReadyForPickup> event) {
        planner.ready(event.journeyId(), event.data().readiness());
    }

    private void withdrawn(ReceivedEvent<ReadinessWithdrawn> event) {
        planner.readinessWithdrawn(event.journeyId(), event.data().readiness());
    }

    private <T> Consumer<ReceivedEvent<T>> news(NoticeSubject subject) {
        return event -> planner.tell(event.journeyId(), subject);
    }
}
