package io.orderjourney.notification.ledger.kafka;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.orders.RepairedGoods;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromiseRevision;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.ledger.UnansweredCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records journeys, and every date that an owner promises. */
@ApplicationScoped
class LedgerConsumer {

    /** What is recorded for a whole batch at once. */
    private static final Set<EventType<?>> TOGETHER = Set.of(
            EventTypes.ORDER_PLACED,
            EventTypes.INQUIRY_RECEIVED,
            EventTypes.PROMISE_MADE,
            EventTypes.PROMISE_RESCHEDULED);

    /** What ISO 4217 has for amounts of no currency. */
    private static final String NO_CURRENCY = "XXX";

    private final Journeys journeys;
    private final PromisedDates dates;

    LedgerConsumer(Journeys journeys, PromisedDates dates) {
        this.journeys = journeys;
        this.dates = dates;
    }

    @Produces
    @Singleton
    EventConsumer ledger() {
        EventHandlers oneByOne = oneByOne();
        Set<EventType<?>> types =
                Stream.concat(TOGETHER.stream(), oneByOne.types().stream()).collect(Collectors.toUnmodifiableSet());
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return types;
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                // A journey begins before anything else is said of it.
                journeys.opened(
                        freshEvents.stream().flatMap(LedgerConsumer::opened).toList());
                oneByOne.apply(freshEvents);
                record(freshEvents);
            }
        };
    }

    /** What is rare. */
    private EventHandlers oneByOne() {
        return EventHandlers.on(
                        EventTypes.JOURNEY_ENDED,
                        event -> journeys.closed(event.journeyId(), event.data().end(), event.time()))
                .and(
                        EventTypes.ORDER_CHANGED,
                        event -> journeys.changed(
                                event.journeyId(),
                                event.data().lines(),
                                event.data().total()))
                .and(
                        EventTypes.PAYMENT_CHANGED,
                        event -> journeys.paid(event.journeyId(), event.data().payment()))
                .and(
                        EventTypes.COLLECTOR_CODE_ISSUED,
                        event -> journeys.collectorCode(
                                event.journeyId(), event.data().codeId()))
                .and(
                        EventTypes.REST_PAYMENT_AGREED,
                        event -> journeys.restAgreed(
                                event.journeyId(), event.data().rest()))
                .and(
                        EventTypes.CREDIT_APPROVED,
                        event -> journeys.approved(
                                event.journeyId(), event.data().approvedAmount()))
                .and(EventTypes.PART_HANDED_OVER, event -> journeys.restPaid(event.journeyId()))
                .and(EventTypes.PARTS_CHANGED, event -> journeys.parts(event.journeyId(), event.data()))
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
                                event.data().calledAt()));
    }

    private void called(UUID journeyId, PromiseKind kind, CallOutcome outcome, Instant at) {
        if (outcome == CallOutcome.NO_ANSWER) {
            journeys.callUnanswered(new UnansweredCall(journeyId, kind, at));
        }
    }

    private static Stream<Journey> opened(ReceivedEvent<?> event) {
        if (event.data() instanceof OrderPlaced order) {
            return Stream.of(opened(event.journeyId(), order));
        }
        return event.data() instanceof InquiryReceived inquiry
                ? Stream.of(asked(event.journeyId(), inquiry))
                : Stream.empty();
    }

    private static Journey opened(UUID journeyId, OrderPlaced order) {
        return new Journey(
                journeyId,
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
                null);
    }

    private static Journey asked(UUID journeyId, InquiryReceived inquiry) {
        return new Journey(
                journeyId,
                inquiry.inquiryNumber(),
                inquiry.customerId(),
                inquiry.language(),
                null,
                null,
                false,
                inquiry.receivedAt(),
                goods(inquiry),
                null,
                null,
                null,
                null);
    }

    /** The article that they ask about, so that messages can name it; it costs nothing. */
    private static List<OrderLine> goods(InquiryReceived inquiry) {
        WantedGoods wanted = inquiry.wanted();
        RepairedGoods repair = inquiry.repair();
        if (repair != null) {
            return List.of(article(repair.sku(), repair.name()));
        }
        return wanted == null ? List.of() : List.of(article(wanted.sku(), wanted.name()));
    }

    private static OrderLine article(String sku, String name) {
        return new OrderLine(sku, name, 1, new Money(0, NO_CURRENCY));
    }

    private void record(List<ReceivedEvent<?>> events) {
        Set<PromiseRevision> stand =
                dates.record(events.stream().flatMap(LedgerConsumer::date).toList());
        for (ReceivedEvent<?> event : events) {
            // Customers who asked for a date know it before any message.
            if (event.data() instanceof PromiseRescheduled asked
                    && asked.reason() == ReasonCode.CUSTOMER_ASKED
                    && stand.contains(new PromiseRevision(asked.promiseId(), asked.revision()))) {
                dates.delivered(asked.promiseId(), asked.revision(), asked.rescheduledAt());
                dates.decideAgain(asked.promiseId(), asked.revision());
            }
        }
    }

    private static Stream<PromisedDate> date(ReceivedEvent<?> event) {
        if (event.data() instanceof PromiseMade made) {
            return Stream.of(made(event.journeyId(), made));
        }
        return event.data() instanceof PromiseRescheduled reschedule
                ? Stream.of(rescheduled(event.journeyId(), reschedule))
                : Stream.empty();
    }

    private static PromisedDate made(UUID journeyId, PromiseMade made) {
        return new PromisedDate(
                made.promiseId(),
                0,
                journeyId,
                made.firstPromisedAt(),
                made.windowStartAt(),
                null,
                made.madeBy(),
                false,
                made.madeAt(),
                made.madeAt(),
                null);
    }

    private static PromisedDate rescheduled(UUID journeyId, PromiseRescheduled reschedule) {
        boolean asked = reschedule.reason() == ReasonCode.CUSTOMER_ASKED;
        return new PromisedDate(
                reschedule.promiseId(),
                reschedule.revision(),
                journeyId,
                reschedule.dueAt(),
                reschedule.windowStartAt(),
                reschedule.reason(),
                reschedule.decidedBy(),
                reschedule.bySystem(),
                reschedule.rescheduledAt(),
                asked ? reschedule.rescheduledAt() : null,
                null);
    }
}
