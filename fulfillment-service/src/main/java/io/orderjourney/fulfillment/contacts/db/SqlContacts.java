package io.orderjourney.fulfillment.contacts.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code customer_contact}. */
@ApplicationScoped
class SqlContacts implements Contacts {

    private final EntityManager rows;

    SqlContacts(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Map<UUID, Contact> of(Collection<UUID> customerIds) {
        List<?> found = rows.createNativeQuery("""
                        select customer_id, name, phone, addresses from customer_contact where customer_id = any(cast(:ids as uuid[]))
                        """)
                .unwrap(org.hibernate.query.NativeQuery.class)
                .addScalar("customer_id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("phone", String.class)
                .addScalar("addresses", String.class)
                .setParameter("ids", customerIds.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList();
        Map<UUID, Contact> contacts = new HashMap<>();
        for (Object row : found) {
            Object[] columns = (Object[]) row;
            UUID customerId = (UUID) columns[0];
            contacts.put(
                    customerId,
                    new Contact(customerId, (String) columns[1], (String) columns[2], addresses(columns[3])));
        }
        return contacts;
    }

    private static List<DeliveryAddress> addresses(Object json) {
        return List.of(ContractJson.read(((String) json).getBytes(StandardCharsets.UTF_8), DeliveryAddress[].class));
    }

    @Override
    public void store(Contact contact) {
        rows.createNativeQuery("""
                        insert into customer_contact (customer_id, name, phone, name_words, addresses)
                        values (:id, :name, cast(:phone as text), cast(:words as text[]), cast(:addresses as text))
                        on conflict (customer_id) do update set
                          name = excluded.name, phone = excluded.phone, name_words = excluded.name_words,
                          addresses = excluded.addresses
                        """)
                .setParameter("id", contact.customerId())
                .setParameter("name", contact.name())
                .setParameter("phone", contact.phone())
                .setParameter("words", Contact.wordsOf(contact.name()).toArray(String[]::new))
                .setParameter("addresses", new String(ContractJson.write(contact.addresses()), StandardCharsets.UTF_8))
                .executeUpdate();
    }

    @Override
    public void erase(UUID customerId) {
        rows.createNativeQuery("delete from customer_contact where customer_id = :id")
                .setParameter("id", customerId)
                .executeUpdate();
    }
}
