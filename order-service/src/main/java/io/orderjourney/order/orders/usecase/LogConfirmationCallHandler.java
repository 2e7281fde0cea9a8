package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.ConfirmationCallLogged;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.ConfirmationCall;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
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
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    LogConfirmationCallHandler(
            Orders orders, PromiseDesk desk, JourneyLog log, CurrentTerms terms, BusinessClock clock) {
        this.orders = orders;
        this.desk = desk;
        this.log = log;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if there is nothing left to confirm
     * @throws ConfirmationCall.CallBackTimePassed if the customer wants to be called back at a time that has passed
     * @throws io.orderjourney.promises.PromiseRefused if SALES cannot call when the customer wants it
     */
    @Transactional
    public Order log(UUID journeyId, ConfirmationCall call, LongConsumer requireVersion, String actor) {
        Order order = orders.getForChange(journeyId);
        requireVersion.accept(order.version());
        Instant now = clock.instant();
        Order after = call.appliedTo(order, actor, now);
        call.requireAhead(now);
        orders.change(after);
        log.append(NewEvent.of(
                EventTypes.CONFIRMATION_CALL_LOGGED,
                journeyId,
                new ConfirmationCallLogged(actor, call.outcome(), after.callAttempts(), call.callBackAt(), now),
                actor));
        if (call.confirms()) {
            log.append(NewEvent.of(EventTypes.ORDER_CONFIRMED, journeyId, new OrderConfirmed(actor, now), actor));
            String evidence = "confirmation call " + after.callAttempts() + " by " + actor;
            desk.open(journeyId, PromiseKind.CONFIRMATION_CALL)
                    .ifPresent(promised -> settle(promised, call, now, evidence, actor));
        }
        agreeCallBack(journeyId, call, actor);
        if (after.isHardToReach(terms.get().waiting().unansweredCalls())) {
            leaveToCustomer(journeyId, actor);
        }
        return after;
    }

    private void settle(Promise promised, ConfirmationCall call, Instant now, String evidence, String actor) {
        if (call.keeps(promised, now)) {
            desk.keep(promised.id(), evidence, actor);
        } else {
            desk.withdraw(promised.id(), "the customer was reached before the agreed time", actor);
        }
    }

    /** More calls in vain do not give the customer more time: they wait as long as after the first that was too many. */
    private void leaveToCustomer(UUID journeyId, String actor) {
        desk.open(journeyId, PromiseKind.CONFIRMATION_CALL)
                .filter(promised -> !promised.isWaiting())
                .ifPresent(promised -> desk.pause(promised.id(), WaitingReason.NOT_REACHED, actor));
    }

    private void agreeCallBack(UUID journeyId, ConfirmationCall call, String actor) {
        Instant callBackAt = call.callBackAt();
        if (callBackAt != null) {
            desk.open(journeyId, PromiseKind.CONFIRMATION_CALL)
                    .ifPresent(promised -> desk.agreeTime(promised.id(), callBackAt, actor));
        }
    }
}
