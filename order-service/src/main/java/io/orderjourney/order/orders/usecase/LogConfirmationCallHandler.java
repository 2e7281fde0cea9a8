package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.ConfirmationCallLogged;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.CallAgainPolicy;
import io.orderjourney.order.orders.CallReport;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderUnknown;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.ReschedulePromise;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Logs a confirmation call: the order, its promise and the facts change together. */
@ApplicationScoped
public class LogConfirmationCallHandler {

    private final Orders orders;
    private final Promises promises;
    private final PromiseBook book;
    private final ReschedulePromise reschedulePromise;
    private final JourneyLog log;
    private final BusinessClock clock;

    LogConfirmationCallHandler(
            Orders orders,
            Promises promises,
            PromiseBook book,
            ReschedulePromise reschedulePromise,
            JourneyLog log,
            BusinessClock clock) {
        this.orders = orders;
        this.promises = promises;
        this.book = book;
        this.reschedulePromise = reschedulePromise;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws OrderUnknown if there is no such order
     * @throws io.orderjourney.order.orders.TransitionNotAllowed if there is nothing left to confirm
     * @throws io.orderjourney.order.orders.CallAgainPast if the customer wishes to be called at a time that is over
     * @throws io.orderjourney.promises.PromiseRefused if SALES cannot call when the customer wishes
     */
    @Transactional
    public Order log(UUID orderId, CallReport report, LongConsumer requireVersion, String actor) {
        Order order = orders.findForChange(orderId).orElseThrow(() -> new OrderUnknown(orderId));
        requireVersion.accept(order.version());
        Instant now = clock.instant();
        boolean reached = report.outcome() == CallOutcome.REACHED;
        Order after = reached ? order.confirmed(actor, now) : order.calledInVain();
        Instant callAgainAt = report.callAgainAt();
        if (callAgainAt != null) {
            CallAgainPolicy.requireAhead(callAgainAt, now);
        }
        orders.change(after);
        log.append(NewEvent.of(
                EventTypes.CONFIRMATION_CALL_LOGGED,
                orderId,
                new ConfirmationCallLogged(actor, report.outcome(), after.callAttempts(), report.callAgainAt(), now),
                actor));
        if (reached) {
            log.append(NewEvent.of(EventTypes.ORDER_CONFIRMED, orderId, new OrderConfirmed(actor, now), actor));
            book.keepOpen(
                    orderId,
                    PromiseKind.CONFIRMATION_CALL,
                    "confirmation call " + after.callAttempts() + " by " + actor,
                    actor);
        }
        if (callAgainAt != null) {
            moveCall(orderId, callAgainAt, actor);
        }
        return after;
    }

    private void moveCall(UUID orderId, Instant callAgainAt, String actor) {
        promises.open(orderId, PromiseKind.CONFIRMATION_CALL)
                .filter(call -> CallAgainPolicy.needsMove(call, callAgainAt))
                .ifPresent(call -> reschedulePromise.reschedule(
                        call, callAgainAt, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, actor));
    }
}
