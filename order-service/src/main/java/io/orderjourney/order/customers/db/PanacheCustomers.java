package io.orderjourney.order.customers.db;

import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.SearchTerm;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers in the table {@code customer}. */
@ApplicationScoped
class PanacheCustomers implements Customers, PanacheRepositoryBase<CustomerRow, UUID> {

    private static final String INSERT = """
            insert into customer (id, name, email, phone, language, preferred_channel, time_zone, version)
            values (:id, :name, :email, :phone, :language, :channel, :zone, :version)
            on conflict (id) do nothing
            """;

    private final CustomerTerms terms;

    PanacheCustomers(CustomerTerms terms) {
        this.terms = terms;
    }

    @Override
    public Optional<Customer> find(UUID id) {
        return findByIdOptional(id).map(CustomerRow::toCustomer);
    }

    @Override
    public Optional<Customer> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(CustomerRow::toCustomer);
    }

    @Override
    public List<Customer> of(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().map(CustomerRow::toCustomer).toList();
    }

    @Override
    public boolean add(Customer customer) {
        // An entity's insert would fail if another order of the same customer came first, and end the transaction.
        CustomerContact contact = customer.contact();
        boolean added = getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("id", contact.customerId())
                        .setParameter("name", contact.name())
                        .setParameter("email", contact.email())
                        .setParameter("phone", contact.phone())
                        .setParameter("language", contact.language())
                        .setParameter("channel", contact.preferredChannel().name())
                        .setParameter("zone", contact.timeZone())
                        .setParameter("version", customer.version())
                        .executeUpdate()
                == 1;
        if (added) {
            terms.add(customer.id(), SearchTerm.of(contact));
        }
        return added;
    }

    @Override
    public Set<UUID> found(List<SearchTerm> beginnings, int limit) {
        return beginnings.isEmpty() ? Set.of() : terms.found(beginnings, limit);
    }

    @Override
    public void remove(UUID id) {
        deleteById(id);
        flush();
    }

    @Override
    public void change(Customer customer) {
        findByIdOptional(customer.id())
                .orElseThrow(() -> new Customer.NotFound(customer.id()))
                .update(customer);
        terms.replace(customer.id(), SearchTerm.of(customer.contact()));
    }
}
