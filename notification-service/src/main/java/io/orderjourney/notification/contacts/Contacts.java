package io.orderjourney.notification.contacts;

import io.orderjourney.contracts.state.CustomerContact;
import java.util.Optional;
import java.util.UUID;

/** How customers are reached. Every call joins the running transaction. */
public interface Contacts {

    /** Empty if the customer is unknown here or was erased. */
    Optional<CustomerContact> find(UUID customerId);

    void store(CustomerContact contact);

    void erase(UUID customerId);
}
