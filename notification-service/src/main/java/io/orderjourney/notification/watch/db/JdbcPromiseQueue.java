package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.db.Statements;
import io.orderjourney.notification.watch.PromiseQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the partial index of open promises; page 200 costs what page 1 costs. */
@ApplicationScoped
class JdbcPromiseQueue implements PromiseQueue {

    private final Statements statements;

    JdbcPromiseQueue(DataSource database) {
        this.statements = new Statements(database);
    }

    @Override
    public List<Place> open(@Nullable Desk desk, @Nullable Instant afterDueAt, @Nullable UUID afterId, int atMost) {
        StringBuilder sql = new StringBuilder(
                "select due_at, id, journey_id from promise where kept_at is null and withdrawn_at is null");
        List<Object> values = new ArrayList<>();
        if (desk != null) {
            sql.append(" and desk = ?");
            values.add(desk.name());
        }
        if (afterDueAt != null && afterId != null) {
            sql.append(" and (due_at, id) > (?, ?)");
            values.add(afterDueAt);
            values.add(afterId);
        }
        values.add(atMost);
        return statements.query(
                sql.append(" order by due_at, id limit ?").toString(),
                row -> new Place(
                        Statements.instant(row, "due_at"),
                        row.getObject("id", UUID.class),
                        row.getObject("journey_id", UUID.class)),
                values.toArray());
    }
}
