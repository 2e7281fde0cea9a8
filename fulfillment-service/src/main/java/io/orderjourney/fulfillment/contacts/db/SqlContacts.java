package io.orderjourney.fulfillment.contacts.db;

import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
                        select customer_id, name, phone from customer_contact where customer_id = any(cast(:ids as uuid[]))
                        """)
                .unwrap(org.hibernate.query.NativeQuery.class)
                .addScalar("customer_id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("phone", String.class)
                .setParameter("ids", customerIds.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList();
        Map<UUID, Contact> contacts = new HashMap<>();
        for (Object row : found) {
            Object[] columns = (Object[]) row;
            UUID customerId = (UUID) columns[0];
            contacts.put(customerId, new Contact(customerId, (String) columns[1], (String) columns[2]));
        }
        return contacts;
    }

    @Override
    public void store(Contact contact) {
        rows.createNativeQuery("""
                        insert into customer_contact (customer_id, name, phone, name_words)
                        values (:id, :name, cast(:phone as text), cast(:words as text[]))
                        on conflict (customer_id) do update set
                          name = excluded.name, phone = excluded.phone, name_words = excluded.name_words
                        """)
                .setParameter("id", contact.customerId())
                .setParameter("name", contact.name())
                .setParameter("phone", contact.phone())
                .setParameter("words", Contact.wordsOf(contact.name()).toArray(String[]::new))
                .executeUpdate();
    }

    @Override
    public void erase(UUID customerId) {
        rows.createNativeQuery("delete from customer_contact where customer_id = :id")
                .setParameter("id", customerId)
                .executeUpdate();
    }
}
