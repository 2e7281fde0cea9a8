package io.orderjourney.notification.ledger.kafka;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.ledger.UnansweredCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records journeys, and every date that an owner promises. */
@ApplicationScoped
class LedgerConsumer {

    private final Journeys journeys;
    private final PromisedDates dates;

    LedgerConsumer(Journeys journeys, PromisedDates dates) {
        this.journeys = journeys;
        this.dates = dates;
    }

    @Produces
    @Singleton
    EventConsumer ledger() {
        return EventHandlers.on(EventTypes.ORDER_PLACED, this::opened)
                .and(EventTypes.INQUIRY_RECEIVED, this::asked)
                .and(
                        EventTypes.JOURNEY_ENDED,
                        event -> journeys.closed(event.journeyId(), event.data().end(), event.time()))
                .and(
                        EventTypes.PAYMENT_CHANGED,
                        event -> journeys.paid(event.journeyId(), event.data().payment()))
                .and(
                        EventTypes.CONFIRMATION_CALL_LOGGED,
                        event -> called(
                                event.journeyId(),
                                PromiseKind.CONFIRMATION_CALL,
                                event.data().outcome(),
                                event.data().calledAt()))
                .and(
                        EventTypes.CREDIT_CALL_LOGGED,
                        event -> called(
                                event.journeyId(),
                                PromiseKind.CREDIT_CALL,
                                event.data().outcome(),
                                event.data().calledAt()))
                .and(EventTypes.PROMISE_MADE, this::made)
                .and(EventTypes.PROMISE_RESCHEDULED, this::rescheduled);
    }

    private void called(UUID journeyId, PromiseKind kind, CallOutcome outcome, Instant at) {
        if (outcome == CallOutcome.NO_ANSWER) {
            journeys.callUnanswered(new UnansweredCall(journeyId, kind, at));
        }
    }

    private void opened(ReceivedEvent<OrderPlaced> event) {
        OrderPlaced order = event.data();
        journeys.opened(new Journey(
                event.journeyId(),
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.payment(),
                order.pickupPoint(),
                order.byCourier(),
                order.placedAt(),
                order.lines(),
                order.total(),
                null,
                null,
                null));
    }

    private void asked(ReceivedEvent<InquiryReceived> event) {
        InquiryReceived inquiry = event.data();
        journeys.opened(new Journey(
                event.journeyId(),
                inquiry.inquiryNumber(),
                inquiry.customerId(),
                inquiry.language(),
                null,
                null,
                false,
                inquiry.receivedAt(),
                List.of(),
                null,
                null,
                null,
                null));
    }

    private void made(ReceivedEvent<PromiseMade> event) {
        PromiseMade made = event.data();
        dates.record(new PromisedDate(
                made.promiseId(),
                0,
                event.journeyId(),
                made.firstPromisedAt(),
                made.windowStartAt(),
                null,
                made.madeBy(),
                false,
                made.madeAt(),
                made.madeAt(),
                null));
    }

    private void rescheduled(ReceivedEvent<PromiseRescheduled> event) {
        PromiseRescheduled reschedule = event.data();
        // Customers who asked for a date know it before any message.
        Instant knownAt = reschedule.reason() == ReasonCode.CUSTOMER_ASKED ? reschedule.rescheduledAt() : null;
        boolean stands = dates.record(new PromisedDate(
                reschedule.promiseId(),
                reschedule.revision(),
                event.journeyId(),
                reschedule.dueAt(),
                reschedule.windowStartAt(),
                reschedule.reason(),
                reschedule.decidedBy(),
                reschedule.bySystem(),
                reschedule.rescheduledAt(),
                knownAt,
                null));
        if (stands && knownAt != null) {
            dates.delivered(reschedule.promiseId(), reschedule.revision(), knownAt);
            dates.decideAgain(reschedule.promiseId(), reschedule.revision());
        }
    }
}
