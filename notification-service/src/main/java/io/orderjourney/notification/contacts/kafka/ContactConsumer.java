package io.orderjourney.notification.contacts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.contacts.Contacts.CustomerErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the contacts; a tombstone erases. */
@ApplicationScoped
class ContactConsumer implements StateConsumer<CustomerContact> {

    private final Contacts contacts;
    private final Event<CustomerErased> erasures;

    ContactConsumer(Contacts contacts, Event<CustomerErased> erasures) {
        this.contacts = contacts;
        this.erasures = erasures;
    }

    @Override
    public EventType<CustomerContact> type() {
        return EventTypes.CONTACT_CHANGED;
    }

    @Override
    public void changed(String key, @Nullable CustomerContact contact) {
        if (contact == null) {
            UUID customerId = UUID.fromString(key);
            contacts.erase(customerId);
            erasures.fire(new CustomerErased(customerId));
        } else {
            contacts.store(contact);
        }
    }
}
