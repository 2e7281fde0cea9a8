package io.orderjourney.fulfillment.pickup.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.fulfillment.pickup.usecase.AcceptOrder;
import io.orderjourney.fulfillment.pickup.usecase.ApplyGateEvent;
import io.orderjourney.fulfillment.pickup.usecase.LockBatch;
import io.orderjourney.fulfillment.pickup.usecase.OnJourneyEnded;
import io.orderjourney.fulfillment.pickup.usecase.OnOrderChanged;
import io.orderjourney.fulfillment.pickup.usecase.OnPaymentDecided;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Consumes orders and their ends, and what the other desks report about gates and payment. */
@ApplicationScoped
class OrderConsumer {

    private final AcceptOrder acceptOrder;
    private final ApplyGateEvent gates;
    private final OnPaymentDecided payment;
    private final OnOrderChanged onChanged;
    private final OnJourneyEnded onEnded;
    private final LockBatch lockBatch;

    OrderConsumer(
            AcceptOrder acceptOrder,
            ApplyGateEvent gates,
            OnPaymentDecided payment,
            OnOrderChanged onChanged,
            OnJourneyEnded onEnded,
            LockBatch lockBatch) {
        this.acceptOrder = acceptOrder;
        this.gates = gates;
        this.payment = payment;
        this.onChanged = onChanged;
        this.onEnded = onEnded;
        this.lockBatch = lockBatch;
    }

    @Produces
    @Singleton
    EventConsumer ordersAndTheirGates() {
        EventConsumer oneByOne = EventHandlers.on(
                        EventTypes.ORDER_PLACED,
                        event -> acceptOrder.accept(event.journeyId(), event.data(), trigger(event)))
                .and(
                        EventTypes.ORDER_CHANGED,
                        event -> onChanged.changed(event.journeyId(), event.data(), trigger(event)))
                .and(
                        EventTypes.ORDER_CONFIRMED,
                        event ->
                                opened(event, Gate.ORDER_CONFIRMED, event.data().confirmedAt()))
                .and(
                        EventTypes.AGREEMENT_SIGNED,
                        event -> opened(
                                event, Gate.AGREEMENT_SIGNED, event.data().signedAt()))
                .and(
                        EventTypes.BANK_PAPERS_CHECKED_IN,
                        event -> opened(event, Gate.BANK_PAPERS, event.data().checkedInAt()))
                .and(
                        EventTypes.BANK_PAPERS_SEARCH_STARTED,
                        event -> gates.doubted(
                                event.journeyId(),
                                Gate.BANK_PAPERS,
                                "the papers are being searched for",
                                trigger(event)))
                .and(
                        EventTypes.CREDIT_REFUSED,
                        event -> payment.creditRefused(
                                event.journeyId(), event.data().decidedAt(), trigger(event)))
                .and(
                        EventTypes.CREDIT_APPROVED,
                        event -> payment.creditApproved(
                                event.journeyId(), event.data().approvedAmount(), trigger(event)))
                .and(
                        EventTypes.REST_PAYMENT_AGREED,
                        event -> payment.restAgreed(
                                event.journeyId(), event.data().rest()))
                .and(
                        EventTypes.PAYMENT_CHANGED,
                        event -> payment.paymentChanged(
                                event.journeyId(),
                                event.data().payment(),
                                event.data().changedAt(),
                                trigger(event)))
                .and(
                        EventTypes.JOURNEY_ENDED,
                        event -> onEnded.ended(
                                event.journeyId(),
                                event.data().end(),
                                event.data().endedAt(),
                                trigger(event)));
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return oneByOne.types();
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                lock(freshEvents);
                oneByOne.apply(freshEvents);
            }
        };
    }

    private void lock(List<ReceivedEvent<?>> events) {
        Set<StockLevel.Key> items = new HashSet<>();
        Set<UUID> orders = new HashSet<>();
        Set<UUID> freeing = new HashSet<>();
        for (ReceivedEvent<?> event : events) {
            orders.add(event.journeyId());
            if (event.data() instanceof OrderPlaced order) {
                order.lines().forEach(line -> items.add(new StockLevel.Key(order.pickupPoint(), line.sku())));
            } else if (event.data() instanceof OrderChanged change) {
                change.lines().forEach(line -> items.add(new StockLevel.Key(change.pickupPoint(), line.sku())));
                freeing.add(event.journeyId());
            } else if (event.data() instanceof JourneyEnded end && end.end() != JourneyEnd.COMPLETED) {
                freeing.add(event.journeyId());
            }
        }
        lockBatch.lock(items, orders, freeing);
    }

    private void opened(ReceivedEvent<?> event, Gate gate, Instant at) {
        gates.opened(event.journeyId(), gate, at, trigger(event));
    }

    private static Trigger trigger(ReceivedEvent<?> event) {
        return Trigger.of(event.source(), event.id());
    }
}
