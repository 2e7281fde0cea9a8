package io.orderjourney.order.customers.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.LongConsumer;

/** Updates the one contact of each customer, and the copy of it on the topic {@code customers}. */
@ApplicationScoped
public class UpdateContactHandler {

    private final Customers customers;
    private final StateTopics topics;

    UpdateContactHandler(Customers customers, StateTopics topics) {
        this.customers = customers;
        this.topics = topics;
    }

    /** Stores the contact given with an order: it is the customer's newest, whether they were known or not. */
    @Transactional
    public Customer upsert(CustomerContact contact) {
        Customer first = Customer.first(contact);
        if (customers.add(first)) {
            touch(first);
            return first;
        }
        return change(contact, anyVersion -> {});
    }

    /**
     * Changes the contact of a known customer.
     *
     * @param requireVersion throws if the caller has seen another version than the one it is given
     * @throws Customer.NotFound if there is no such customer
     */
    @Transactional
    public Customer change(CustomerContact contact, LongConsumer requireVersion) {
        Customer known = customers
                .findForChange(contact.customerId())
                .orElseThrow(() -> new Customer.NotFound(contact.customerId()));
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
