package io.orderjourney.order.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All customers of the shop. Every call joins the running transaction. */
public interface Customers {

    Optional<Customer> find(UUID id);

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<Customer> findForChange(UUID id);

    /** Those of these that are known. */
    List<Customer> of(Collection<UUID> ids);

    /**
     * Stores a customer who is not known yet. Somebody who stores the same one at the same time is waited for.
     *
     * @return false if he is known by now: then nothing changed
     */
    boolean add(Customer customer);

    /** Stores the customer as he is now; he must be known. */
    void change(Customer customer);
}
