package io.orderjourney.order.customers.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.DeliveryAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Updates the one contact of each customer, and the copy of it on the topic {@code customers}. */
@ApplicationScoped
public class UpdateContactHandler {

    private final Customers customers;
    private final DeliveryAddresses addresses;
    private final StateTopics topics;

    UpdateContactHandler(Customers customers, DeliveryAddresses addresses, StateTopics topics) {
        this.customers = customers;
        this.addresses = addresses;
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

    /** A parcel goes to this address. The customer is known: the order that names it has just stored them. */
    @Transactional
    public void delivering(UUID customerId, DeliveryAddress address) {
        addresses.add(customerId, address);
        touch(customerId);
    }

    /** Nobody needs to know any more where the parcel of this journey went. */
    @Transactional
    public void delivered(UUID customerId, UUID journeyId) {
        addresses.remove(journeyId);
        touch(customerId);
    }

    private void touch(Customer customer) {
        touch(customer.id());
    }

    private void touch(UUID customerId) {
        topics.touch(EventTypes.CONTACT_CHANGED.topic(), customerId.toString());
    }
}
