package io.orderjourney.order.care.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.orders.ChaseLogged;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes down that a customer had to ask, also after the end of their journey. */
@ApplicationScoped
public class LogChaseHandler {

    private final Orders orders;
    private final JourneyLog log;
    private final BusinessClock clock;

    LogChaseHandler(Orders orders, JourneyLog log, BusinessClock clock) {
        this.orders = orders;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Order.NotFound if there is no such order */
    @Transactional
    public ChaseLogged log(UUID journeyId, InquiryChannel channel, String actor) {
        Order order = orders.get(journeyId);
        ChaseLogged chase = new ChaseLogged(channel, actor, clock.instant());
        log.append(NewEvent.of(EventTypes.CHASE_LOGGED, order.journeyId(), chase, actor));
        return chase;
    }
}
