package io.orderjourney.credit.bank.db;

import io.orderjourney.credit.bank.ParkedCallbacks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code parked_callback}; nothing but people reads it. */
@ApplicationScoped
class TableParkedCallbacks implements ParkedCallbacks {

    private final EntityManager entities;

    TableParkedCallbacks(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean park(String messageId, String kind, UUID reference, String body, Instant at) {
        return entities.createNativeQuery("""
                        insert into parked_callback (webhook_id, kind, reference, body, received_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
                        """)
                        .setParameter(1, messageId)
                        .setParameter(2, kind)
                        .setParameter(3, reference)
                        .setParameter(4, body)
                        .setParameter(5, at)
                        .executeUpdate()
                > 0;
    }

    @Override
    @SuppressWarnings("unchecked") // The columns below have these types.
    public List<ParkedCallback> newest(int atMost) {
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select webhook_id, kind, reference, body, received_at from parked_callback
                        order by received_at desc, webhook_id limit ?1
                        """).setParameter(1, atMost).getResultList();
        return rows.stream()
                .map(row -> new ParkedCallback(
                        (String) row[0], (String) row[1], (UUID) row[2], (String) row[3], (Instant) row[4]))
                .toList();
    }
}
