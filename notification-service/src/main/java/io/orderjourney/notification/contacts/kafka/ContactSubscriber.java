package io.orderjourney.notification.contacts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.notices.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the contacts; a tombstone erases. */
@ApplicationScoped
class ContactSubscriber implements StateConsumer<CustomerContact> {

    private final Contacts contacts;
    private final Notices notices;

    ContactSubscriber(Contacts contacts, Notices notices) {
        this.contacts = contacts;
        this.notices = notices;
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
            notices.dropAllOf(customerId, "the customer was erased");
        } else {
            contacts.store(contact);
        }
    }
}
