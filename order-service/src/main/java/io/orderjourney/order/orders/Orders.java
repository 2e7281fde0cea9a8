package io.orderjourney.order.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All orders of the shop. Every call joins the running transaction. */
public interface Orders {

    /** An order whose confirmation call is promised and still open. */
    record AwaitingCall(Order order, UUID promiseId, Instant dueAt) {}

    /** A position in SALES' queue: right behind this promise. */
    record QueuePosition(Instant dueAt, UUID promiseId) {}

    /** @throws Order.NotFound if there is no order of this journey */
    Order get(UUID journeyId);

    /** As {@link #get}, locked until this transaction ends. */
    Order getForChange(UUID journeyId);

    Optional<Order> findByNumber(String number);

    /** Those of these journeys that have an order. */
    Set<UUID> existing(Collection<UUID> journeyIds);

    /** SALES' queue behind a position, or from its head: what is due next comes first. */
    List<AwaitingCall> awaitingCall(Optional<QueuePosition> after, int limit);

    /** A number that changes whenever SALES' queue does; cheap. */
    long queueRevision();

    /** A number for an order whose storefront gave none; never given before. */
    String nextNumber();

    /** @throws Order.NumberTaken if another order has its number */
    void add(Order order);

    /** Stores the order as it is now; it must exist. */
    void change(Order order);
}
