package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.customers.usecase.UpdateContactHandler;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.WaitingEndPolicy;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Notes;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends journeys. Only this service decides an end; the others hear of it, withdraw their promises and let go what they hold.
 * The first end stays: what comes in after it changes nothing and can be read on the answer card's timeline.
 */
@ApplicationScoped
public class EndJourneyHandler {

    private static final String POLICY = "policy";
    private static final String CUSTOMER = "customer";

    private final Orders orders;
    private final UpdateContactHandler contacts;
    private final ChangeOrderHandler changes;
    private final Promises promises;
    private final PromiseDesk desk;
    private final Notes notes;
    private final JourneyLog log;
    private final BusinessClock clock;

    EndJourneyHandler(
            Orders orders,
            UpdateContactHandler contacts,
            ChangeOrderHandler changes,
            Promises promises,
            PromiseDesk desk,
            Notes notes,
            JourneyLog log,
            BusinessClock clock) {
        this.orders = orders;
        this.contacts = contacts;
        this.changes = changes;
        this.promises = promises;
        this.desk = desk;
        this.notes = notes;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Cancels an order.
     *
     * @param end CANCELLED_BY_CUSTOMER or CANCELLED_BY_SHOP
     * @param reason why, for the shop only
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if its journey is over
     */
    @Transactional
    public Order cancel(
            UUID journeyId, JourneyEnd end, @Nullable String reason, LongConsumer requireVersion, String actor) {
        Order order = orders.getForChange(journeyId);
        requireVersion.accept(order.version());
        return end(order, end, reason, actor, null);
    }

    /**
     * The customer answered a message with CANCEL.
     *
     * @param causationId the event of their answer
     * @throws Order.NotFound if there is no such order
     */
    @Transactional
    public void cancelledByAnswer(UUID journeyId, UUID causationId) {
        Order order = orders.getForChange(journeyId);
        if (order.isOpen()) {
            end(order, JourneyEnd.CANCELLED_BY_CUSTOMER, null, CUSTOMER, causationId);
        }
    }

    /**
     * The customer holds the goods.
     *
     * @param causationId the event of the hand-over
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if it was never confirmed: goods left the counter that should not have
     */
    @Transactional
    public void complete(UUID journeyId, UUID causationId) {
        Order order = orders.getForChange(journeyId);
        if (order.isOpen()) {
            end(order, JourneyEnd.COMPLETED, null, POLICY, causationId);
        }
    }

    /**
     * The parcel came back and its goods are on the shelf. An order that was cancelled meanwhile has its end already.
     *
     * @param causationId the event of the warehouse
     * @throws Order.NotFound if there is no such order
     */
    @Transactional
    public void returned(UUID journeyId, UUID causationId) {
        Order order = orders.getForChange(journeyId);
        if (order.isOpen()) {
            end(order, JourneyEnd.RETURNED, null, POLICY, causationId);
        }
    }

    /**
     * The customer did not act as long as the shop waited. They may have acted just before this was heard: then nothing
     * waits any more, or longer than this says.
     *
     * @param causationId the event of the watch
     * @throws Order.NotFound if there is no such order
     */
    @Transactional
    public void waitingExpired(UUID journeyId, WaitingExpired expired, UUID causationId) {
        JourneyEnd end =
                WaitingEndPolicy.endOf(expired.reason(), expired.kind()).orElse(null);
        boolean isCallback = expired.kind().equals(PromiseKind.CALLBACK);
        if (end == null && !isCallback) {
            return;
        }
        Order order = orders.getForChange(journeyId);
        if (!order.isOpen() || !stillWaits(expired)) {
            return;
        }
        if (end == JourneyEnd.NOT_COLLECTED && !order.progress().partHere().isEmpty()) {
            changes.goOnWithoutPart(order, POLICY, causationId);
        } else if (end != null) {
            end(order, end, null, POLICY, causationId);
        } else {
            desk.withdraw(expired.promiseId(), "the customer was not reached", POLICY);
        }
    }

    private boolean stillWaits(WaitingExpired expired) {
        CustomerTurn turn = promises.findForChange(expired.promiseId())
                .filter(Promise::isOpen)
                .map(Promise::turn)
                .orElse(null);
        return turn != null
                && turn.reason() == expired.reason()
                && !turn.untilAt().isAfter(expired.expiredAt());
    }

    private Order end(Order order, JourneyEnd end, @Nullable String reason, String actor, @Nullable UUID causationId) {
        Order after = order.ended(end, clock.instant());
        orders.change(after);
        desk.withdrawAll(order.journeyId(), why(end), actor);
        if (order.byCourier()) {
            contacts.delivered(order.customerId(), order.journeyId());
        }
        JourneyEnded ended = Objects.requireNonNull(after.ended());
        if (reason != null) {
            notes.add(new Notes.Note(
                    order.journeyId(), order.customerId(), "end " + end, reason, actor, ended.endedAt()));
        }
        log.append(NewEvent.of(EventTypes.JOURNEY_ENDED, order.journeyId(), ended, actor)
                .because(end.name())
                .causedBy(causationId));
        return after;
    }

    private static String why(JourneyEnd end) {
        return switch (end) {
            case COMPLETED -> "the customer holds the goods";
            case CANCELLED_BY_CUSTOMER -> "the customer cancelled";
            case CANCELLED_BY_SHOP -> "the shop cancelled";
            case CREDIT_REFUSED -> "the bank refused the credit";
            case NOT_COLLECTED -> "the goods were not collected";
            case UNREACHABLE -> "the customer could not be reached";
            case RETURNED -> "the goods came back";
        };
    }
}
