package io.orderjourney.notification.ledger.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the partial indexes of open promises, of one desk or of all; page 200 costs what page 1 costs. */
@ApplicationScoped
class JdbcPromiseQueue implements PromiseQueue {

    private final Sql sql;

    JdbcPromiseQueue(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<Place> open(@Nullable Desk desk, @Nullable Place after, int atMost) {
        StringBuilder sql = new StringBuilder(
                "select due_at, id, journey_id from promise where kept_at is null and withdrawn_at is null");
        List<Object> values = new ArrayList<>();
        if (desk != null) {
            sql.append(" and desk = ?");
            values.add(desk.name());
        }
        if (after != null) {
            sql.append(" and (due_at, id) > (?, ?)");
            values.add(after.dueAt());
            values.add(after.promiseId());
        }
        values.add(atMost);
        return this.sql.query(
                sql.append(" order by due_at, id limit ?").toString(),
                row -> new Place(
                        Sql.instant(row, "due_at"),
                        row.getObject("id", UUID.class),
                        row.getObject("journey_id", UUID.class)),
                values.toArray());
    }
}
