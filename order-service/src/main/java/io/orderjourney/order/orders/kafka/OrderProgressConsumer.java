package io.orderjourney.order.orders.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.order.orders.Progress;
import io.orderjourney.order.orders.Progress.Goods;
import io.orderjourney.order.orders.usecase.OrderProgressHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Follows an order through the desks that fix what can still change about it. */
@ApplicationScoped
class OrderProgressConsumer {

    private final OrderProgressHandler handler;

    OrderProgressConsumer(OrderProgressHandler handler) {
        this.handler = handler;
    }

    @Produces
    @Singleton
    EventConsumer progress() {
        return EventHandlers.on(EventTypes.APPLICATION_SUBMITTED, event -> handler.submitted(event.journeyId()))
                .and(EventTypes.AGREEMENT_SIGNED, event -> handler.learned(event.journeyId(), Progress::signed))
                .and(EventTypes.READY_FOR_PICKUP, event -> goods(event.journeyId(), Goods.READY))
                .and(EventTypes.READINESS_WITHDRAWN, event -> goods(event.journeyId(), Goods.WITH_SHOP))
                .and(EventTypes.PART_HANDED_OVER, event -> goods(event.journeyId(), Goods.PARTLY_HANDED_OVER))
                .and(
                        EventTypes.PARTS_CHANGED,
                        event -> handler.learned(event.journeyId(), progress -> progress.partHere(first(event.data()))))
                .and(EventTypes.PARCEL_DISPATCHED, event -> goods(event.journeyId(), Goods.WITH_COURIER));
    }

    /** What is collected first, while others still come. */
    private static List<String> first(PartsChanged parts) {
        return parts.inParts() && !parts.coming().isEmpty()
                ? parts.here().stream().map(PartLine::sku).toList()
                : List.of();
    }

    private void goods(UUID journeyId, Goods stage) {
        handler.learned(journeyId, progress -> progress.at(stage));
    }
}
