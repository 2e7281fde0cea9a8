package io.orderjourney.order.orders;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All orders of the shop. Every call joins the running transaction. */
public interface Orders {

    Optional<Order> find(UUID id);

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<Order> findForChange(UUID id);

    Optional<Order> findByNumber(String number);

    /** Those of these ids that are orders. */
    Set<UUID> known(Collection<UUID> ids);

    /** A number for an order whose storefront gave none; never given before. */
    String nextNumber();

    /** @throws OrderNumberTaken if another order has its number */
    void add(Order order);

    /** Stores the order as it is now; it must be known. */
    void change(Order order);
}
