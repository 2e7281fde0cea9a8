package io.orderjourney.fulfillment.contacts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.promises.CustomerErasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the names, phones and delivery addresses of customers; a tombstone erases them and whatever else is held of the customer. */
@ApplicationScoped
class ContactConsumer implements StateConsumer<CustomerContact> {

    private static final String ACTOR = "erasure";

    private final Contacts contacts;
    private final CustomerErasures erasures;

    ContactConsumer(Contacts contacts, CustomerErasures erasures) {
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
            erasures.erase(customerId, ACTOR);
        } else {
            contacts.store(new Contact(
                    contact.customerId(),
                    contact.name(),
                    contact.phone(),
                    Objects.requireNonNullElse(contact.deliveryAddresses(), List.of())));
        }
    }
}
