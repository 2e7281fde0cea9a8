package io.orderjourney.order.customers.db;

import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.CustomerUnknown;
import io.orderjourney.order.customers.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Customers in the table {@code customer}. */
@ApplicationScoped
class PanacheCustomers implements Customers {

    private static final String INSERT = """
            insert into customer (id, name, email, phone, language, preferred_channel, time_zone, version)
            values (:id, :name, :email, :phone, :language, :channel, :zone, :version)
            on conflict (id) do nothing
            """;

    private final CustomerRows rows;

    PanacheCustomers(CustomerRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Customer> find(UUID id) {
        return rows.findByIdOptional(id).map(CustomerRow::toCustomer);
    }

    @Override
    public Optional<Customer> findForChange(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(CustomerRow::toCustomer);
    }

    @Override
    public List<Customer> of(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream().map(CustomerRow::toCustomer).toList();
    }

    @Override
    public boolean add(Customer customer) {
        // An entity's insert would fail if another order of the same customer came first, and end the transaction.
        CustomerContact contact = customer.contact();
        return rows.getEntityManager()
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
    }

    @Override
    public void change(Customer customer) {
        rows.findByIdOptional(customer.id())
                .orElseThrow(() -> new CustomerUnknown(customer.id()))
                .take(customer);
    }
}
