package io.orderjourney.order.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All customers of the shop. Every call joins the running transaction. */
public interface Customers {

    Optional<Customer> find(UUID id);

    /** As {@link #find}, locked until this transaction ends. */
    Optional<Customer> findForChange(UUID id);

    /** Those of these that are known. */
    List<Customer> of(Collection<UUID> ids);

    /** Whose terms begin with one of these; at most so many of each. */
    Set<UUID> found(List<SearchTerm> beginnings, int limit);

    /**
     * Stores a customer who is not known yet. Waits for a transaction that stores the same one.
     *
     * @return false if the customer is known by now: then nothing changed
     */
    boolean add(Customer customer);

    /** The customer is gone, and with them everything under which they were found. */
    void remove(UUID id);

    /** Stores the customer as they are now; they must be known. */
    void change(Customer customer);
}
