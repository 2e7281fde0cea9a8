package io.orderjourney.fulfillment.receiving.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.inbound.StockArrivalReported;
import io.orderjourney.contracts.inbound.SupplierEtaReported;
import io.orderjourney.fulfillment.receiving.SupplierScope;
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

/** Consumes what warehouse systems and suppliers report over Kafka. A report that cannot be applied is dead-lettered. */
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
                .and(EventTypes.SUPPLIER_ETA_REPORTED, this::etaReported);
    }

    private void arrived(ReceivedEvent<StockArrivalReported> event) {
        StockArrivalReported report = event.data();
        Map<String, Integer> pieces = new TreeMap<>();
        report.lines().forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
        bookIn.bookIn(
                report.reference(),
                report.pickupPoint(),
                report.purchaseOrderId(),
                pieces,
                report.arrivedAt(),
                Trigger.of(event.source(), event.id()));
    }

    private void etaReported(ReceivedEvent<SupplierEtaReported> event) {
        SupplierEtaReported report = event.data();
        changeEta.report(
                report.purchaseOrderId(),
                supplier(event.source()),
                report.etaAt(),
                report.why(),
                Trigger.of(event.source(), event.id()));
    }

    /** The signature of the record is that of this supplier, and its own purchase orders are all there are for it. */
    private static SupplierScope supplier(String source) {
        return SupplierScope.of(source.substring(source.lastIndexOf('/') + 1));
    }
}
