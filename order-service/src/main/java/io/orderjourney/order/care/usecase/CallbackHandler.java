package io.orderjourney.order.care.usecase;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.CallbackLogged;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.promises.usecase.PromiseOptions;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Promises to call a customer back, and writes down the call. A journey has at most one such promise open. */
@ApplicationScoped
public class CallbackHandler {

    private final Orders orders;
    private final Promises promises;
    private final PromiseDesk desk;
    private final PromiseOptions options;
    private final JourneyLog log;
    private final BusinessClock clock;

    CallbackHandler(
            Orders orders,
            Promises promises,
            PromiseDesk desk,
            PromiseOptions options,
            JourneyLog log,
            BusinessClock clock) {
        this.orders = orders;
        this.promises = promises;
        this.desk = desk;
        this.options = options;
        this.log = log;
        this.clock = clock;
    }

    /** There is no promise to call this customer back that is still open. */
    public static final class NotPromised extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPromised() {
            super("Nobody promised to call this customer back");
        }
    }

    /**
     * Promises a call, or gives the one that is promised another time: the customer asked for it.
     *
     * @param requestedAt by when they want to be called; the earliest that can be kept if null
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if its journey is over
     * @throws io.orderjourney.promises.PromiseRefused if customer care cannot call by then
     */
    @Transactional
    public Promise promise(UUID journeyId, @Nullable Instant requestedAt, String actor) {
        Order order = orders.getForChange(journeyId);
        order.requireOpen("be promised a call");
        Promise promised = desk.open(journeyId, PromiseKind.CALLBACK).orElse(null);
        if (promised == null) {
            GrantedDate date = options.dateFor(PromiseKind.CALLBACK, promises.of(journeyId), requestedAt);
            Recipient customer = new Recipient(journeyId, order.customerId(), order.language());
            return desk.make(customer, PromiseKind.CALLBACK, date, List.of(), actor);
        }
        return requestedAt == null ? promised : askedFor(promised, requestedAt, actor);
    }

    /**
     * Writes down a call. One that reaches the customer keeps the promise; after one without an answer it is the customer's turn.
     *
     * @param callBackAt another time that the customer wants; with CALL_LATER
     * @param requireRevision throws if the caller has seen another revision of the promise than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws NotPromised if no call is promised
     */
    @Transactional
    public Promise log(
            UUID journeyId,
            CallOutcome outcome,
            @Nullable Instant callBackAt,
            LongConsumer requireRevision,
            String actor) {
        orders.getForChange(journeyId);
        // What is checked is what is changed: others, such as the watch, may give it another date at this moment.
        Promise promised = desk.open(journeyId, PromiseKind.CALLBACK)
                .flatMap(open -> promises.findForChange(open.id()))
                .filter(Promise::isOpen)
                .orElseThrow(NotPromised::new);
        requireRevision.accept(promised.revision());
        log.append(NewEvent.of(
                EventTypes.CALLBACK_LOGGED,
                journeyId,
                new CallbackLogged(promised.id(), actor, outcome, clock.instant()),
                actor));
        return switch (outcome) {
            case REACHED -> desk.keep(promised.id(), "call by " + actor, actor);
            case NO_ANSWER -> desk.pause(promised.id(), WaitingReason.NOT_REACHED, actor);
            case CALL_LATER -> callBackAt == null ? promised : askedFor(promised, callBackAt, actor);
        };
    }

    private Promise askedFor(Promise promised, Instant at, String actor) {
        return desk.rescheduleTo(
                promised.id(), at, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, actor, anyRevision -> {});
    }
}
