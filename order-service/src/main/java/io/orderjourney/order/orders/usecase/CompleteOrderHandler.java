package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderState;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Completes an order when the customer holds the goods, and withdraws what SALES still owed them. */
@ApplicationScoped
public class CompleteOrderHandler {

    private static final String ACTOR = "policy";

    private final Orders orders;
    private final Promises promises;
    private final PromiseBook book;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final String service;

    CompleteOrderHandler(
            Orders orders,
            Promises promises,
            PromiseBook book,
            JourneyLog log,
            BusinessClock clock,
            @ConfigProperty(name = "journey.service") String service) {
        this.orders = orders;
        this.promises = promises;
        this.book = book;
        this.log = log;
        this.clock = clock;
        this.service = service;
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
        promises.of(journeyId).stream()
                .filter(promise -> promise.owner().equals(service) && promise.isOpen())
                .map(Promise::id)
                .forEach(id -> book.withdraw(id, "the customer holds the goods", ACTOR));
        log.append(NewEvent.of(EventTypes.JOURNEY_ENDED, journeyId, new JourneyEnded(JourneyEnd.COMPLETED, now), ACTOR)
                .causedBy(causationId));
    }
}
