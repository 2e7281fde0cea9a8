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

    /** There is no customer with this id. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID id) {
            super("There is no customer " + id);
        }
    }
}
