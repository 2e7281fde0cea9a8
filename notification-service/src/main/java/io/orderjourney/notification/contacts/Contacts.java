package io.orderjourney.notification.contacts;

import io.orderjourney.contracts.state.CustomerContact;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How customers are reached. Every call joins the running transaction. */
public interface Contacts {

    /** Inside this service, in the transaction of the change: the customer's quiet hours are others now. */
    record ZoneChanged(UUID customerId) {}

    /** Empty if the customer is unknown here or was erased. */
    Optional<CustomerContact> find(UUID customerId);

    /** Those of these customers that are known here. */
    Map<UUID, CustomerContact> find(Collection<UUID> customerIds);

    /** The time zones of these customers, for their quiet hours; without those whose zone is unknown or unreadable. */
    Map<UUID, ZoneId> zones(Collection<UUID> customerIds);

    void store(CustomerContact contact);

    void erase(UUID customerId);
}
