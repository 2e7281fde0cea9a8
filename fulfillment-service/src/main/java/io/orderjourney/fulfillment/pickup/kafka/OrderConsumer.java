package io.orderjourney.fulfillment.pickup.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.fulfillment.pickup.usecase.LockBatch;
import io.orderjourney.fulfillment.pickup.usecase.ApplyGateEvent;
import io.orderjourney.fulfillment.pickup.usecase.AcceptOrder;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.StockKey;
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

/** Listens to orders and to what the credit desk says about their gates. */
@ApplicationScoped
class OrderConsumer {

    private final AcceptOrder takeOrder;
    private final ApplyGateEvent gates;
    private final LockBatch holdBatch;

    OrderConsumer(AcceptOrder takeOrder, ApplyGateEvent gates, LockBatch holdBatch) {
        this.takeOrder = takeOrder;
        this.gates = gates;
        this.holdBatch = holdBatch;
    }

    @Produces
    @Singleton
    EventConsumer ordersAndTheirGates() {
        EventConsumer oneByOne = EventHandlers.on(
                        EventTypes.ORDER_PLACED,
                        event -> takeOrder.placed(event.journeyId(), event.data(), cause(event)))
                .and(
                        EventTypes.ORDER_CONFIRMED,
                        event -> happened(
                                event, Gate.ORDER_CONFIRMED, event.data().confirmedAt()))
                .and(
                        EventTypes.AGREEMENT_SIGNED,
                        event -> happened(
                                event, Gate.AGREEMENT_SIGNED, event.data().signedAt()))
                .and(
                        EventTypes.BANK_PAPERS_CHECKED_IN,
                        event -> happened(event, Gate.BANK_PAPERS, event.data().checkedInAt()))
                .and(
                        EventTypes.BANK_PAPERS_SEARCH_STARTED,
                        event -> gates.inDoubt(
                                event.journeyId(),
                                Gate.BANK_PAPERS,
                                "the papers are being searched for",
                                cause(event)));
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return oneByOne.types();
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                hold(freshEvents);
                oneByOne.apply(freshEvents);
            }
        };
    }

    private void hold(List<ReceivedEvent<?>> events) {
        Set<StockKey> items = new HashSet<>();
        Set<UUID> orders = new HashSet<>();
        for (ReceivedEvent<?> event : events) {
            orders.add(event.journeyId());
            if (event.data() instanceof OrderPlaced order) {
                order.lines().forEach(line -> items.add(new StockKey(order.pickupPoint(), line.sku())));
            }
        }
        holdBatch.hold(items, orders);
    }

    private void happened(ReceivedEvent<?> event, Gate gate, Instant at) {
        gates.happened(event.journeyId(), gate, at, cause(event));
    }

    private static Trigger cause(ReceivedEvent<?> event) {
        return Trigger.of(event.source(), event.id());
    }
}
