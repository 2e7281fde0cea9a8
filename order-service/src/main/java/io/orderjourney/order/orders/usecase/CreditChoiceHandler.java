package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.contracts.orders.RestPaymentAgreed;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * What follows when the bank refuses: the shop keeps the goods for a while, and the customer chooses. They pay at the
 * counter, cancel, or the bank decides again.
 */
@ApplicationScoped
public class CreditChoiceHandler {

    private static final String POLICY = "policy";

    private final Orders orders;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final JourneyLog log;
    private final BusinessClock clock;

    CreditChoiceHandler(Orders orders, PromiseDesk desk, PromiseBook book, JourneyLog log, BusinessClock clock) {
        this.orders = orders;
        this.desk = desk;
        this.book = book;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Promises to keep the goods until the customer has chosen. The date that they are told is how long the shop waits for
     * them. Who pays in another way by now, or whose journey is over, has nothing to choose.
     *
     * @throws Order.NotFound if there is no such order
     */
    @Transactional
    public void creditRefused(UUID journeyId) {
        askToChoose(orders.getForChange(journeyId));
    }

    private void askToChoose(Order order) {
        UUID journeyId = order.journeyId();
        boolean chooses = order.isOpen() && order.payment() == PaymentMethod.CREDIT;
        if (chooses && desk.open(journeyId, PromiseKind.GOODS_HOLD).isEmpty()) {
            Recipient customer = new Recipient(journeyId, order.customerId(), order.language());
            Promise hold = desk.makeEarliest(customer, PromiseKind.GOODS_HOLD, POLICY);
            book.pause(hold.id(), WaitingReason.CREDIT_CHOICE, hold.dueAt(), POLICY);
        }
    }

    /**
     * A later decision of the bank takes the place of the earlier one: there is nothing left to choose. But an approval below
     * the amount is a decision of its own, and the customer says how it goes on.
     *
     * @throws Order.NotFound if there is no such order
     */
    @Transactional
    public void creditApproved(UUID journeyId, Money amount) {
        Order order = orders.getForChange(journeyId);
        // An amount in another currency cannot be compared; credit-service takes none.
        if (amount.currency().equals(order.total().currency()) && !amount.equals(order.approved())) {
            order = order.approvedFor(amount);
            orders.change(order);
        }
        if (order.rest().isPresent()) {
            askToChoose(order);
        } else {
            desk.open(journeyId, PromiseKind.GOODS_HOLD)
                    .ifPresent(hold -> desk.withdraw(hold.id(), "the bank approved the credit", POLICY));
        }
    }

    /**
     * The customer takes the smaller credit and pays the rest at the counter.
     *
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws NoRest if there is nothing to choose: the bank lends all of it or nothing, or they have chosen
     */
    @Transactional
    public Order payRestOnPickup(UUID journeyId, LongConsumer requireVersion, String actor) {
        Order order = orders.getForChange(journeyId);
        requireVersion.accept(order.version());
        order.requireOpen("be paid in part at the counter");
        Money rest = order.rest().orElseThrow(NoRest::new);
        Promise hold = desk.open(journeyId, PromiseKind.GOODS_HOLD).orElseThrow(NoRest::new);
        log.append(NewEvent.of(
                EventTypes.REST_PAYMENT_AGREED, journeyId, new RestPaymentAgreed(rest, clock.instant()), actor));
        desk.keep(hold.id(), "the customer pays the rest on pickup", actor);
        return order;
    }

    /** There is no rest of this order that the customer could agree to pay. */
    public static final class NoRest extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoRest() {
            super("The bank does not lend a part of this order, or the customer has chosen already");
        }
    }

    /**
     * The customer pays at the counter. Whoever opens the gates learns it from the fact; the goods were kept.
     *
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if its journey is over, or it is not on credit
     */
    @Transactional
    public Order payOnPickup(UUID journeyId, LongConsumer requireVersion, String actor) {
        Order order = orders.getForChange(journeyId);
        requireVersion.accept(order.version());
        Order after = order.paidOnPickup();
        orders.change(after);
        log.append(NewEvent.of(
                EventTypes.PAYMENT_CHANGED, journeyId, new PaymentChanged(after.payment(), clock.instant()), actor));
        desk.keepOpen(journeyId, PromiseKind.GOODS_HOLD, "the customer pays on pickup", actor);
        return after;
    }
}
