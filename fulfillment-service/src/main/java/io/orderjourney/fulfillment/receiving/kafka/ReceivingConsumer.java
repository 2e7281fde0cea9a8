package io.orderjourney.fulfillment.receiving.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.inbound.ArrivedLine;
import io.orderjourney.contracts.inbound.StockArrivalReported;
import io.orderjourney.contracts.inbound.SupplierEtaReported;
import io.orderjourney.fulfillment.receiving.usecase.BookInArrivalHandler;
import io.orderjourney.fulfillment.receiving.usecase.ChangeEtaHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** Listens to warehouse systems and suppliers that speak Kafka. What cannot be booked in goes to the dead letters. */
@ApplicationScoped
class ReceivingConsumer {

    private final BookInArrivalHandler bookIn;
    private final ChangeEtaHandler changeEta;

    ReceivingConsumer(BookInArrivalHandler bookIn, ChangeEtaHandler changeEta) {
        this.bookIn = bookIn;
        this.changeEta = changeEta;
    }

    @Produces
    @Singleton
    EventConsumer arrivalsAndEtas() {
        return EventHandlers.on(EventTypes.STOCK_ARRIVAL_REPORTED, this::arrived)
                .and(EventTypes.SUPPLIER_ETA_REPORTED, this::expected);
    }

    private void arrived(ReceivedEvent<StockArrivalReported> event) {
        StockArrivalReported report = event.data();
        Map<String, Integer> pieces = new TreeMap<>();
        for (ArrivedLine line : report.lines()) {
            if (line.quantity() < 1) {
                throw new IllegalArgumentException("An arrival of less than one piece");
            }
            pieces.merge(line.sku(), line.quantity(), Math::addExact);
        }
        bookIn.bookIn(
                report.reference(),
                report.pickupPoint(),
                report.purchaseOrderId(),
                pieces,
                report.arrivedAt(),
                Trigger.of(event.source(), event.id()));
    }

    private void expected(ReceivedEvent<SupplierEtaReported> event) {
        SupplierEtaReported report = event.data();
        changeEta.change(
                report.purchaseOrderId(),
                report.etaAt(),
                report.why(),
                anyVersion -> {},
                Trigger.of(event.source(), event.id()));
    }
}
