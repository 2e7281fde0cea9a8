package io.orderjourney.credit.bank.db;

import io.orderjourney.credit.bank.ParkedCallbacks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** The table {@code bank_callback_aside}; nothing but people reads it. */
@ApplicationScoped
class TableParkedCallbacks implements ParkedCallbacks {

    private final EntityManager entities;

    TableParkedCallbacks(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void keep(String messageId, String kind, UUID reference, String body, Instant at) {
        entities.createNativeQuery("""
                        insert into bank_callback_aside (webhook_id, kind, reference, body, received_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
                        """)
                .setParameter(1, messageId)
                .setParameter(2, kind)
                .setParameter(3, reference)
                .setParameter(4, body)
                .setParameter(5, at)
                .executeUpdate();
    }
}
