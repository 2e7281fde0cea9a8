package io.orderjourney.order.customers.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.CustomerUnknown;
import io.orderjourney.order.customers.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.LongConsumer;

/** Keeps the one contact of each customer, and lets the other services have their copy of it. */
@ApplicationScoped
public class KeepContactHandler {

    private final Customers customers;
    private final StateTopics topics;

    KeepContactHandler(Customers customers, StateTopics topics) {
        this.customers = customers;
        this.topics = topics;
    }

    /** The contact given with an order: it is the customer's newest word, whether he was known or not. */
    @Transactional
    public Customer keep(CustomerContact contact) {
        Customer fresh = Customer.fresh(contact);
        if (customers.add(fresh)) {
            touch(fresh);
            return fresh;
        }
        return change(contact, anyVersion -> {});
    }

    /**
     * Changes the contact of a known customer.
     *
     * @param requireVersion throws if the caller has seen another version than the one it is given
     * @throws CustomerUnknown if there is no such customer
     */
    @Transactional
    public Customer change(CustomerContact contact, LongConsumer requireVersion) {
        Customer known = customers
                .findForChange(contact.customerId())
                .orElseThrow(() -> new CustomerUnknown(contact.customerId()));
        requireVersion.accept(known.version());
        return store(known, contact);
    }

    private Customer store(Customer known, CustomerContact contact) {
        Customer changed = known.reachedBy(contact);
        if (!changed.equals(known)) {
            customers.change(changed);
            touch(changed);
        }
        return changed;
    }

    private void touch(Customer customer) {
        topics.touch(EventTypes.CONTACT_CHANGED.topic(), customer.id().toString());
    }
}
