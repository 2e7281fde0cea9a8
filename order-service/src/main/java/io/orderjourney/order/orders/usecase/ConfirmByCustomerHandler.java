package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The customer confirms the order themselves: by a link of the storefront, or by accepting a message that asks for it. */
@ApplicationScoped
public class ConfirmByCustomerHandler {

    private static final String CUSTOMER = "customer";

    private final Orders orders;
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final BusinessClock clock;

    ConfirmByCustomerHandler(Orders orders, PromiseDesk desk, JourneyLog log, BusinessClock clock) {
        this.orders = orders;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if there is nothing left to confirm
     */
    @Transactional
    public Order confirm(UUID journeyId, LongConsumer requireVersion) {
        Order order = orders.getForChange(journeyId);
        requireVersion.accept(order.version());
        return confirm(order, "confirmed by the customer");
    }

    /**
     * The customer accepted what a message said. Only while their order waits for it does this confirm the order.
     *
     * @throws Order.NotFound if there is no such order
     */
    @Transactional
    public void accepted(UUID journeyId, UUID noticeId) {
        Order order = orders.getForChange(journeyId);
        Optional<WaitingReason> waitsFor = desk.open(journeyId, PromiseKind.CONFIRMATION_CALL)
                .map(Promise::turn)
                .map(CustomerTurn::reason);
        if (waitsFor.filter(WaitingReason.CONFIRMATION::equals).isPresent()) {
            confirm(order, "answer to notice " + noticeId);
        }
    }

    private Order confirm(Order order, String evidence) {
        Instant now = clock.instant();
        Order after = order.confirmedByCustomer(CUSTOMER, now);
        orders.change(after);
        log.append(NewEvent.of(
                EventTypes.ORDER_CONFIRMED, order.journeyId(), new OrderConfirmed(CUSTOMER, now), CUSTOMER));
        desk.keepOpen(order.journeyId(), PromiseKind.CONFIRMATION_CALL, evidence, CUSTOMER);
        return after;
    }
}
