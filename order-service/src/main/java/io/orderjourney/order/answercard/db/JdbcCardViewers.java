package io.orderjourney.order.answercard.db;

import io.orderjourney.order.answercard.CardViewers;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code card_viewer}. */
@ApplicationScoped
class JdbcCardViewers implements CardViewers {

    private final Sql sql;

    JdbcCardViewers(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void seen(UUID journeyId, CardViewer viewer, Instant now, Instant lapsedAt) {
        sql.update("""
                insert into card_viewer (journey_id, person, name, seen_at) values (?, ?, ?, ?)
                on conflict (journey_id, person) do update set name = excluded.name, seen_at = excluded.seen_at
                """, journeyId, viewer.person(), viewer.name(), now);
        // Another look may forget the same rows: this one does not wait for it.
        sql.update("""
                delete from card_viewer where (journey_id, person) in (
                  select journey_id, person from card_viewer where seen_at <= ?
                  order by seen_at limit 10 for update skip locked)
                """, lapsedAt);
    }

    @Override
    public List<CardViewer> of(UUID journeyId, Instant lapsedAt) {
        return sql.query(
                "select person, name from card_viewer where journey_id = ? and seen_at > ? order by name, person",
                row -> new CardViewer(row.getString("person"), row.getString("name")),
                journeyId,
                lapsedAt);
    }
}
