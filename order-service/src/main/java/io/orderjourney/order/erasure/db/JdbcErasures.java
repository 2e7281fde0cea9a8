package io.orderjourney.order.erasure.db;

import io.orderjourney.order.erasure.Erasure;
import io.orderjourney.order.erasure.Erasures;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The tables {@code customer_erasure} and {@code customer_erasure_confirmation}. */
@ApplicationScoped
class JdbcErasures implements Erasures {

    private final Sql sql;

    JdbcErasures(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<Erasure> find(UUID customerId) {
        Map<String, Instant> confirmed = new HashMap<>();
        sql.query(
                        "select holder, erased_at from customer_erasure_confirmation where customer_id = ?",
                        row -> Map.entry(row.getString(1), Sql.instant(row, "erased_at")),
                        customerId)
                .forEach(one -> confirmed.put(one.getKey(), one.getValue()));
        return sql.first(
                "select requested_at, requested_by from customer_erasure where customer_id = ?",
                row -> new Erasure(customerId, Sql.instant(row, "requested_at"), row.getString(2), confirmed),
                customerId);
    }

    @Override
    public void begin(UUID customerId, Instant requestedAt, String requestedBy) {
        sql.update(
                "insert into customer_erasure (customer_id, requested_at, requested_by) values (?, ?, ?)"
                        + " on conflict do nothing",
                customerId,
                requestedAt,
                requestedBy);
    }

    @Override
    public void confirm(UUID customerId, String holder, Instant erasedAt) {
        sql.update(
                "insert into customer_erasure_confirmation (customer_id, holder, erased_at)"
                        + " select customer_id, ?, ? from customer_erasure where customer_id = ? on conflict do nothing",
                holder,
                erasedAt,
                customerId);
    }
}
