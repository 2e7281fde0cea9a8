package io.orderjourney.fulfillment.contacts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.messaging.state.StateConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the names and phones of customers; a tombstone erases. */
@ApplicationScoped
class ContactConsumer implements StateConsumer<CustomerContact> {

    private final Contacts contacts;

    ContactConsumer(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public EventType<CustomerContact> type() {
        return EventTypes.CONTACT_CHANGED;
    }

    @Override
    public void changed(String key, @Nullable CustomerContact contact) {
        if (contact == null) {
            contacts.erase(UUID.fromString(key));
        } else {
            contacts.store(new Contact(contact.customerId(), contact.name(), contact.phone()));
        }
    }
}
