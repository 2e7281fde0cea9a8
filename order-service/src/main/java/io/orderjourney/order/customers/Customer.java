package io.orderjourney.order.customers;

import io.orderjourney.contracts.state.CustomerContact;
import java.util.UUID;

/**
 * How one customer is reached, as order-service keeps it for everybody.
 *
 * @param version counts the changes
 */
public record Customer(CustomerContact contact, long version) {

    /** A customer who was not known before. */
    public static Customer first(CustomerContact contact) {
        return new Customer(contact, 1);
    }

    public UUID id() {
        return contact.customerId();
    }

    /** The customer with this contact; the same contact again changes nothing. */
    public Customer reachedBy(CustomerContact newContact) {
        return contact.equals(newContact) ? this : new Customer(newContact, version + 1);
    }

    /**
     * The customer after an order that names a contact: what it leaves out stays as it was.
     *
     * @param channelChosen whether the order says which channel they prefer
     */
    public Customer ordering(CustomerContact given, boolean channelChosen) {
        return reachedBy(new CustomerContact(
                id(),
                given.name(),
                given.email() == null ? contact.email() : given.email(),
                given.phone() == null ? contact.phone() : given.phone(),
                given.language(),
                channelChosen ? given.preferredChannel() : contact.preferredChannel(),
                given.timeZone() == null ? contact.timeZone() : given.timeZone()));
    }

    /** There is no customer with this id. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID id) {
            super("There is no customer " + id);
        }
    }
}
