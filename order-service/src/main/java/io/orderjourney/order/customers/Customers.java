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

    /** Those of these that are known, locked until this transaction ends. */
    List<Customer> ofForChange(Collection<UUID> ids);

    /** Those of these that are known. */
    List<Customer> of(Collection<UUID> ids);

    /** Whose terms begin with one of these; at most so many of each. */
    Set<UUID> found(List<SearchTerm> beginnings, int limit);

    /**
     * Stores customers who are not known yet, each once. Waits for transactions that store the same ones.
     *
     * @return those who were not known; of the others nothing changed
     */
    Set<UUID> add(Collection<Customer> customers);

    /** The customer is gone, and with them everything under which they were found. */
    void remove(UUID id);

    /** Stores customers as they are now, each once; they must be known. */
    void change(Collection<Customer> customers);
}
