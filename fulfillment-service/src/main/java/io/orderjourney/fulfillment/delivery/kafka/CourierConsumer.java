package io.orderjourney.fulfillment.delivery.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.inbound.CourierReported;
import io.orderjourney.fulfillment.delivery.usecase.CourierReportHandler;
import io.orderjourney.fulfillment.delivery.usecase.OnDeliveryEnded;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what couriers report over Kafka, and that a customer chose no other day in time. */
@ApplicationScoped
class CourierConsumer {

    private final CourierReportHandler reports;
    private final OnDeliveryEnded onEnded;

    CourierConsumer(CourierReportHandler reports, OnDeliveryEnded onEnded) {
        this.reports = reports;
        this.onEnded = onEnded;
    }

    @Produces
    @Singleton
    EventConsumer courierReports() {
        return EventHandlers.on(EventTypes.COURIER_REPORTED, this::reported)
                .and(
                        EventTypes.WAITING_EXPIRED,
                        event -> onEnded.waitingExpired(
                                event.journeyId(), event.data(), Trigger.of(event.source(), event.id())));
    }

    private void reported(ReceivedEvent<CourierReported> event) {
        CourierReported report = event.data();
        reports.reportUnanswered(
                report.journeyId(),
                report.report(),
                report.etaAt(),
                report.reportedAt(),
                Trigger.of(event.source(), event.id()));
    }
}
