package io.orderjourney.order.orders;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All orders of the shop. Every call joins the running transaction. */
public interface Orders {

    /** An order whose call is promised and still open. */
    record AwaitingCall(Order order, UUID promiseId, Instant dueAt) {}

    /** A position in a desk's queue: right behind this promise. */
    record QueuePosition(Instant dueAt, UUID promiseId) {}

    /** @throws Order.NotFound if there is no order of this journey */
    Order get(UUID journeyId);

    /** As {@link #get}, locked until this transaction ends. */
    default Order getForChange(UUID journeyId) {
        return findForChange(journeyId).orElseThrow(() -> new Order.NotFound(journeyId));
    }

    /** The order of this journey, locked until this transaction ends; empty if it has none. */
    Optional<Order> findForChange(UUID journeyId);

    Optional<Order> findByNumber(String number);

    /** The orders whose number is this, or ends with it, in capitals or not; the newest of them first. */
    List<Order> numbered(String end, int limit);

    /** The orders of these customers, the newest of each. */
    List<Order> newestOf(Collection<UUID> customerIds, int limitForEach);

    /** Whether a customer has an order whose journey is not over. */
    boolean hasOpen(UUID customerId);

    /** Those of these journeys that have an order. */
    Set<UUID> existing(Collection<UUID> journeyIds);

    /** The calls of this kind that a desk owes, behind a position, or from the head: what is due next comes first. */
    List<AwaitingCall> awaitingCall(Desk desk, PromiseKind call, Optional<QueuePosition> after, int limit);

    /** A number that changes whenever the head of this queue does; it costs the same however long the queue is. */
    long queueRevision(Desk desk, PromiseKind call);

    /** So many numbers for orders whose storefront gave none; never given before. */
    List<String> nextNumbers(int count);

    /** Those of these numbers that orders have. */
    Set<String> numbersTaken(Collection<String> numbers);

    /**
     * Adds orders, each with a number of its own.
     *
     * @throws Order.NumberTaken if another order has one of their numbers; then the transaction cannot go on
     */
    void add(Collection<Order> orders);

    /** Stores the order as it is now; it must exist. */
    void change(Order order);
}
