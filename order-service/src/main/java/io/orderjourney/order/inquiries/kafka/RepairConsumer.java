package io.orderjourney.order.inquiries.kafka;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.inbound.RepairReported;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.order.inquiries.usecase.RepairHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Consumes what workshops report over Kafka. The last part of the source is the partner's name. */
@ApplicationScoped
class RepairConsumer {

    private final RepairHandler repairs;

    RepairConsumer(RepairHandler repairs) {
        this.repairs = repairs;
    }

    @Produces
    @Singleton
    EventConsumer repairReports() {
        return EventHandlers.on(EventTypes.REPAIR_REPORTED, this::reported);
    }

    private void reported(ReceivedEvent<RepairReported> event) {
        RepairReported said = event.data();
        String workshop = event.source().substring(event.source().lastIndexOf('/') + 1);
        repairs.reportUnanswered(
                said.journeyId(),
                workshop,
                new RepairHandler.Report(said.report(), said.outcome(), said.etaAt(), said.reportedAt()),
                event.source());
    }
}
