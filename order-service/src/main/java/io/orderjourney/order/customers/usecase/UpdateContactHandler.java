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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

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
     * What an order says about its customer.
     *
     * @param channelChosen whether it says which channel they prefer
     * @param address where a parcel of it goes; null if none does
     */
    public record Ordering(
            CustomerContact contact,
            boolean channelChosen,
            @Nullable DeliveryAddress address) {}

    /** As {@link #ordering(List)} for one contact without a parcel. */
    @Transactional
    public Customer ordering(CustomerContact contact, boolean channelChosen) {
        return ordering(List.of(new Ordering(contact, channelChosen, null))).get(0);
    }

    /**
     * Stores the contacts given with orders: all of each for a new customer; for a known one what it says, and nothing that it
     * leaves out. A correction that customer care makes at the same moment waits for it, and is told that it came too late.
     *
     * @return for each order, in this order, the customer as they are after it
     */
    @Transactional
    public List<Customer> ordering(List<Ordering> orders) {
        Map<UUID, Customer> first = new LinkedHashMap<>();
        orders.forEach(order -> first.putIfAbsent(order.contact().customerId(), Customer.first(order.contact())));
        Set<UUID> added = customers.add(first.values());
        Set<UUID> known = new HashSet<>(first.keySet());
        known.removeAll(added);
        Map<UUID, Customer> stored = new HashMap<>();
        added.forEach(id -> stored.put(id, first.get(id)));
        if (!known.isEmpty()) {
            customers.ofForChange(known).forEach(customer -> stored.put(customer.id(), customer));
        }
        Map<UUID, Customer> current = new HashMap<>(stored);
        List<Customer> afterEach = new ArrayList<>();
        for (Ordering order : orders) {
            afterEach.add(Objects.requireNonNull(current.computeIfPresent(
                    order.contact().customerId(),
                    (id, customer) -> customer.ordering(order.contact(), order.channelChosen()))));
        }
        current.values().removeAll(stored.values());
        if (!current.isEmpty()) {
            customers.change(current.values());
        }
        Map<DeliveryAddress, UUID> parcels = new LinkedHashMap<>();
        orders.stream()
                .filter(order -> order.address() != null)
                .forEach(order -> parcels.put(
                        Objects.requireNonNull(order.address()), order.contact().customerId()));
        if (!parcels.isEmpty()) {
            addresses.add(parcels);
        }
        Set<UUID> touched = new HashSet<>(added);
        touched.addAll(current.keySet());
        touched.addAll(parcels.values());
        touch(touched);
        return afterEach;
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
            customers.change(List.of(changed));
            touch(Set.of(changed.id()));
        }
        return changed;
    }

    /** Nobody needs to know any more where the parcel of this journey went. */
    @Transactional
    public void delivered(UUID customerId, UUID journeyId) {
        addresses.remove(journeyId);
        touch(Set.of(customerId));
    }

    private void touch(Set<UUID> customerIds) {
        topics.touch(
                EventTypes.CONTACT_CHANGED.topic(),
                customerIds.stream().map(UUID::toString).toList());
    }
}
