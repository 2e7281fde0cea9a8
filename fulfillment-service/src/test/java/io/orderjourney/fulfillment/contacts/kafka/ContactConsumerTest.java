package io.orderjourney.fulfillment.contacts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.promises.CustomerErasures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactConsumerTest {

    private static final UUID JAN = new UUID(7, 1);

    private final KnownContacts known = new KnownContacts();
    private final Confirmed confirmed = new Confirmed();
    private final ContactConsumer consumer = new ContactConsumer(known, confirmed);

    @Test
    void of_a_customer_only_name_and_phone_are_kept() {
        consumer.changed(
                JAN.toString(),
                new CustomerContact(
                        JAN, "Jan Nowak", "jan@example.com", "+48600100200", "pl", Channel.EMAIL, "Europe/Warsaw"));

        assertThat(known.contacts).containsEntry(JAN, new Contact(JAN, "Jan Nowak", "+48600100200", List.of()));
    }

    @Test
    void a_tombstone_erases() {
        known.store(new Contact(JAN, "Jan Nowak", null, List.of()));

        consumer.changed(JAN.toString(), null);

        assertThat(known.contacts).isEmpty();
        assertThat(confirmed.customers).containsExactly(JAN);
    }

    private static final class Confirmed implements CustomerErasures {

        private final List<UUID> customers = new ArrayList<>();

        @Override
        public void erase(UUID customerId, String actor) {
            customers.add(customerId);
        }
    }

    private static final class KnownContacts implements Contacts {

        private final Map<UUID, Contact> contacts = new HashMap<>();

        @Override
        public Map<UUID, Contact> of(Collection<UUID> customerIds) {
            Map<UUID, Contact> found = new HashMap<>(contacts);
            found.keySet().retainAll(customerIds);
            return found;
        }

        @Override
        public void store(Contact contact) {
            contacts.put(contact.customerId(), contact);
        }

        @Override
        public void erase(UUID customerId) {
            contacts.remove(customerId);
        }
    }
}
