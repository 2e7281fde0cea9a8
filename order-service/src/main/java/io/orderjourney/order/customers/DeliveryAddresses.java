package io.orderjourney.order.customers;

import io.orderjourney.contracts.state.DeliveryAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where the parcels of open orders go; erased with their customer. Every call joins the running transaction. */
public interface DeliveryAddresses {

    /** @param addresses of orders, each with the customer who is to get it */
    void add(Map<DeliveryAddress, UUID> addresses);

    /** Forgets where the parcel of this journey went. */
    void remove(UUID journeyId);

    /** The addresses of each of these customers, the oldest order first; a customer without any is missing. */
    Map<UUID, List<DeliveryAddress>> of(Collection<UUID> customerIds);
}
