package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderState;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Completes an order when the customer holds the goods, and withdraws what SALES still owed them. */
@ApplicationScoped
public class CompleteOrderHandler {

    private static final String ACTOR = "policy";

    private final Orders orders;
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final BusinessClock clock;

    CompleteOrderHandler(Orders orders, PromiseDesk desk, JourneyLog log, BusinessClock clock) {
        this.orders = orders;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param causationId the event of the hand-over
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if it was never confirmed: goods left the counter that should not have
     */
    @Transactional
    public void complete(UUID journeyId, UUID causationId) {
        Order order = orders.getForChange(journeyId);
        if (order.state() == OrderState.COMPLETED) {
            return;
        }
        Instant now = clock.instant();
        orders.change(order.completed(now));
        desk.withdrawAll(journeyId, "the customer holds the goods", ACTOR);
        log.append(NewEvent.of(EventTypes.JOURNEY_ENDED, journeyId, new JourneyEnded(JourneyEnd.COMPLETED, now), ACTOR)
                .causedBy(causationId));
    }
}
