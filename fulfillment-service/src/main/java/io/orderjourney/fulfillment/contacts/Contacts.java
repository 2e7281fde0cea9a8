package io.orderjourney.fulfillment.contacts;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The customers whose goods may be handed over here. Every call joins the running transaction. */
public interface Contacts {

    /** Those of these customers that are known and were not erased, by their id. */
    Map<UUID, Contact> of(Collection<UUID> customerIds);

    void store(Contact contact);

    void erase(UUID customerId);
}
