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

    /**
     * Stores the contact given with an order: all of it for a new customer; for a known one what it says, and nothing that it
     * leaves out. A correction that customer care makes at the same moment waits for it, and is told that it came too late.
     *
     * @param channelChosen whether the order says which channel they prefer
     */
    @Transactional
    public Customer ordering(CustomerContact contact, boolean channelChosen) {
        Customer first = Customer.first(contact);
        if (customers.add(first)) {
            touch(first);
            return first;
        }
        Customer known = customers.findForChange(contact.customerId()).orElseThrow();
        return store(known, known.ordering(contact, channelChosen));
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
        return store(known, known.reachedBy(contact));
    }

    private Customer store(Customer known, Customer changed) {
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
