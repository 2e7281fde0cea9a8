package io.orderjourney.credit.applications.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.credit.ApplicationOpened;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** An order on credit was placed: it gets its application, which waits for the order to be confirmed. */
@ApplicationScoped
public class OpenApplicationHandler {

    private final Applications applications;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    OpenApplicationHandler(Applications applications, JourneyLog log, BusinessClock clock) {
        this.applications = applications;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public void handle(ReceivedEvent<OrderPlaced> placed) {
        OrderPlaced order = placed.data();
        if (order.payment() != PaymentMethod.CREDIT) {
            return;
        }
        Application opened = Application.opened(
                ids.generate(),
                placed.journeyId(),
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.pickupPoint(),
                order.total(),
                clock.instant());
        if (applications.add(opened)) {
            log.append(NewEvent.of(
                            EventTypes.APPLICATION_OPENED,
                            opened.journeyId(),
                            new ApplicationOpened(opened.id(), opened.amount(), opened.openedAt()),
                            Actors.POLICY)
                    .causedBy(placed.id()));
        }
    }
}
