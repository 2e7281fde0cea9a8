package io.orderjourney.notification.notices.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.fulfillment.CollectorCodeIssued;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.contracts.orders.RepairDiagnosed;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.messaging.Spans;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.notices.usecase.NewsBatch;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which facts are news for the customer. Changed dates are not: the watch announces them. */
@ApplicationScoped
class CustomerNewsConsumer {

    private static final Map<PromiseKind, NoticeSubject> ACKNOWLEDGED = Map.of(
            PromiseKind.INQUIRY_REPLY, NoticeSubject.INQUIRY_RECEIVED,
            PromiseKind.PUBLIC_REPLY, NoticeSubject.INQUIRY_RECEIVED,
            PromiseKind.COMPLAINT_ANSWER, NoticeSubject.COMPLAINT_RECEIVED,
            PromiseKind.BACK_IN_STOCK, NoticeSubject.STOCK_ALERT_RECEIVED,
            PromiseKind.REPAIR_DIAGNOSIS, NoticeSubject.REPAIR_RECEIVED);

    /** News as it is. */
    private static final Map<EventType<?>, NoticeSubject> PLAIN = Map.of(
            EventTypes.ORDER_PLACED, NoticeSubject.ORDER_RECEIVED,
            EventTypes.ORDER_CONFIRMED, NoticeSubject.ORDER_CONFIRMED,
            EventTypes.CREDIT_APPROVED, NoticeSubject.CREDIT_APPROVED,
            EventTypes.CREDIT_REFUSED, NoticeSubject.CREDIT_REFUSED,
            EventTypes.AGREEMENT_SIGNED, NoticeSubject.PAPERS_EXPECTED,
            EventTypes.STOCK_ARRIVED, NoticeSubject.STOCK_ARRIVED,
            EventTypes.GOODS_HANDED_OVER, NoticeSubject.THANK_YOU,
            EventTypes.PARCEL_DISPATCHED, NoticeSubject.PARCEL_DISPATCHED,
            EventTypes.PARCEL_OUT_FOR_DELIVERY, NoticeSubject.OUT_FOR_DELIVERY,
            EventTypes.PARCEL_DELIVERED, NoticeSubject.PARCEL_DELIVERED);

    /** What is news depending on what it says. */
    private static final Set<EventType<?>> LOOKED_INTO = Set.of(
            EventTypes.ORDER_CHANGED,
            EventTypes.SIGNING_APPOINTMENT_BOOKED,
            EventTypes.GATE_CLOSED,
            EventTypes.READY_FOR_PICKUP,
            EventTypes.READINESS_WITHDRAWN,
            EventTypes.PARTS_CHANGED,
            EventTypes.PART_HANDED_OVER,
            EventTypes.COLLECTOR_CODE_ISSUED,
            EventTypes.REPAIR_DIAGNOSED,
            EventTypes.PROMISE_MADE,
            EventTypes.PROMISE_KEPT,
            EventTypes.JOURNEY_ENDED);

    private static final Set<EventType<?>> TYPES =
            Stream.concat(PLAIN.keySet().stream(), LOOKED_INTO.stream()).collect(Collectors.toUnmodifiableSet());

    private final NoticePlanner planner;

    CustomerNewsConsumer(NoticePlanner planner) {
        this.planner = planner;
    }

    @Produces
    @Singleton
    EventConsumer news() {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return TYPES;
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                NewsBatch news = planner.batch(
                        freshEvents.stream().map(ReceivedEvent::journeyId).collect(Collectors.toSet()));
                freshEvents.forEach(event -> Spans.run(
                        Spans.Kind.CONSUMER,
                        "process " + event.type().wireName(),
                        event.traceparent(),
                        () -> tell(event, news)));
                news.write();
            }
        };
    }

    private static void tell(ReceivedEvent<?> event, NewsBatch news) {
        UUID journey = event.journeyId();
        NoticeSubject subject = PLAIN.get(event.type());
        if (subject != null) {
            news.tell(journey, subject);
        } else if (event.data() instanceof OrderChanged changed) {
            news.orderChanged(journey, changed.changes(), changed.reason());
        } else if (event.data() instanceof SigningAppointmentBooked booked) {
            if (booked.reason() == null) {
                news.tell(journey, NoticeSubject.APPOINTMENT_BOOKED);
            }
        } else if (event.data() instanceof PromiseMade made) {
            // Who asks is told at once by when the answer comes: so the promise is told, and not the inquiry alone.
            NoticeSubject acknowledged = ACKNOWLEDGED.get(made.kind());
            if (acknowledged != null) {
                news.tell(journey, acknowledged);
            }
        } else if (event.data() instanceof PromiseKept kept) {
            if (kept.kind().equals(PromiseKind.BACK_IN_STOCK)) {
                news.backInStock(journey);
            } else if (kept.kind().equals(PromiseKind.REPAIR_DONE)) {
                news.tell(journey, NoticeSubject.REPAIR_READY);
            }
        } else if (event.data() instanceof RepairDiagnosed diagnosed) {
            news.tell(
                    journey,
                    diagnosed.outcome() == RepairOutcome.REPLACEMENT
                            ? NoticeSubject.REPAIR_REPLACED
                            : NoticeSubject.REPAIR_DIAGNOSED);
        } else if (event.data() instanceof JourneyEnded ended) {
            // Who holds the goods was thanked; every other end is told once.
            if (ended.end() != JourneyEnd.COMPLETED) {
                news.tell(journey, NoticeSubject.JOURNEY_ENDED);
            }
        } else if (event.data() instanceof GateClosed closed) {
            if (closed.gate() == Gate.GOODS_AT_PICKUP_POINT) {
                news.goodsMissing(journey);
            }
        } else if (event.data() instanceof ReadyForPickup ready) {
            news.ready(journey, ready.readiness());
        } else if (event.data() instanceof ReadinessWithdrawn withdrawn) {
            news.readinessWithdrawn(journey, withdrawn.readiness());
        } else if (event.data() instanceof PartsChanged parts) {
            news.partsChanged(journey, parts);
        } else if (event.data() instanceof PartHandedOver part) {
            news.partHandedOver(journey, part.readiness());
        } else if (event.data() instanceof CollectorCodeIssued) {
            news.tell(journey, NoticeSubject.COLLECTOR_CODE);
        }
    }
}
