package io.orderjourney.notification.contacts.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.contacts.Contacts.ZoneChanged;
import io.orderjourney.promises.CustomerErasures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the contacts; a tombstone erases them and whatever else is held of the customer. */
@ApplicationScoped
class ContactConsumer implements StateConsumer<CustomerContact> {

    private static final String ACTOR = "erasure";

    private final Contacts contacts;
    private final CustomerErasures erasures;
    private final Event<ZoneChanged> zones;

    ContactConsumer(Contacts contacts, CustomerErasures erasures, Event<ZoneChanged> zones) {
        this.contacts = contacts;
        this.erasures = erasures;
        this.zones = zones;
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
            String zone = contacts.find(contact.customerId())
                    .map(CustomerContact::timeZone)
                    .orElse(null);
            contacts.store(contact);
            if (!Objects.equals(zone, contact.timeZone())) {
                zones.fire(new ZoneChanged(contact.customerId()));
            }
        }
    }
}
