package io.orderjourney.notification.contacts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.StateSubscriber;
import io.orderjourney.notification.contacts.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the contacts; a tombstone erases. */
@ApplicationScoped
class ContactSubscriber implements StateSubscriber<CustomerContact> {

    private final Contacts contacts;

    ContactSubscriber(Contacts contacts) {
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
            contacts.store(contact);
        }
    }
}
