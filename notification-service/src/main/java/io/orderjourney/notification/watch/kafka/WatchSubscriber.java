package io.orderjourney.notification.watch.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.watch.Journey;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.WatchRecords;
import io.orderjourney.notification.watch.WatchedJourneys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Whatever concerns a promise makes the watch look at its journey again. */
@ApplicationScoped
class WatchSubscriber {

    private final WatchedJourneys journeys;
    private final WatchRecords records;

    WatchSubscriber(WatchedJourneys journeys, WatchRecords records) {
        this.journeys = journeys;
        this.records = records;
    }

    @Produces
    @Singleton
    EventConsumer watch() {
        return EventHandlers.on(EventTypes.ORDER_PLACED, this::opened)
                .and(EventTypes.ORDER_COMPLETED, this::closed)
                .and(EventTypes.PROMISE_MADE, this::made)
                .and(EventTypes.PROMISE_RESCHEDULED, this::rescheduled)
                .and(EventTypes.PROMISE_ESTIMATED, this::look)
                .and(EventTypes.PROMISE_CONFIRMED, this::look)
                .and(EventTypes.PROMISE_KEPT, this::look)
                .and(EventTypes.PROMISE_WITHDRAWN, this::look);
    }

    private void opened(ReceivedEvent<OrderPlaced> event) {
        OrderPlaced order = event.data();
        journeys.opened(new Journey(
                event.journeyId(),
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.payment().name(),
                order.pickupPoint(),
                order.placedAt(),
                null));
        look(event);
    }

    private void closed(ReceivedEvent<?> event) {
        journeys.closed(event.journeyId(), event.time());
        look(event);
    }

    private void made(ReceivedEvent<PromiseMade> event) {
        PromiseMade made = event.data();
        records.said(new SaidDate(
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
        look(event);
    }

    private void rescheduled(ReceivedEvent<PromiseRescheduled> event) {
        PromiseRescheduled reschedule = event.data();
        // Who asked for a date himself need not be told of it to know it.
        Instant knownAt = reschedule.reason() == ReasonCode.CUSTOMER_ASKED ? reschedule.rescheduledAt() : null;
        boolean stands = records.said(new SaidDate(
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
            records.handedOver(reschedule.promiseId(), reschedule.revision(), knownAt);
        }
        look(event);
    }

    private void look(ReceivedEvent<?> event) {
        journeys.lookAgain(List.of(event.journeyId()));
    }
}
