package io.orderjourney.notification.ledger.db;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table {@code promised_date}, and the revisions in {@code promise_watch} that were announced and confirmed. */
@ApplicationScoped
class JdbcPromisedDates implements PromisedDates {

    private final Sql sql;

    JdbcPromisedDates(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public boolean record(PromisedDate date) {
        ReasonCode reason = date.reason();
        return sql.update(
                        """
                insert into promised_date (promise_id, revision, journey_id, due_at, window_start_at, reason, decided_by,
                  by_system, promised_at, delivered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (promise_id, revision) do update set
                  due_at = excluded.due_at, window_start_at = excluded.window_start_at, reason = excluded.reason,
                  decided_by = excluded.decided_by, by_system = excluded.by_system, promised_at = excluded.promised_at,
                  undated_at = null, released_at = null
                where (case when excluded.reason = 'CUSTOMER_ASKED' then 2 when excluded.by_system then 1 else 0 end)
                  > (case when promised_date.reason = 'CUSTOMER_ASKED' then 2 when promised_date.by_system then 1 else 0 end)
                """,
                        date.promiseId(),
                        date.revision(),
                        date.journeyId(),
                        date.dueAt(),
                        date.windowStartAt(),
                        reason == null ? null : reason.name(),
                        date.decidedBy(),
                        date.bySystem(),
                        date.promisedAt(),
                        date.deliveredAt())
                == 1;
    }

    @Override
    public Map<UUID, List<PromisedDate>> of(Collection<UUID> promiseIds) {
        return sql
                .query(
                        "select * from promised_date where promise_id = any(?) order by promise_id, revision",
                        JdbcPromisedDates::read,
                        SqlArray.uuids(promiseIds))
                .stream()
                .collect(Collectors.groupingBy(PromisedDate::promiseId, Collectors.toCollection(ArrayList::new)));
    }

    @Override
    public Map<UUID, Integer> announced(Collection<UUID> promiseIds) {
        return sql
                .query(
                        "select promise_id, announced_revision from promise_watch where promise_id = any(?)",
                        row -> Map.entry(row.getObject("promise_id", UUID.class), row.getInt("announced_revision")),
                        SqlArray.uuids(promiseIds))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void delivered(UUID promiseId, int revision, Instant at) {
        sql.update(
                "update promised_date set delivered_at = ?"
                        + " where promise_id = ? and revision = ? and delivered_at is null",
                at,
                promiseId,
                revision);
        sql.update("""
                insert into promise_watch (promise_id, scheduled_revision, predicted_revision, closed_revision,
                  announced_revision, confirmed_revision)
                values (?, -1, -1, 0, 0, ?)
                on conflict (promise_id) do update
                  set confirmed_revision = greatest(promise_watch.confirmed_revision, excluded.confirmed_revision)
                """, promiseId, revision);
    }

    @Override
    public void decideAgain(UUID promiseId, int revision) {
        sql.update(
                "update promise_watch set closed_revision = ? - 1, announced_revision = least(announced_revision, ? - 1)"
                        + " where promise_id = ? and closed_revision = ?",
                revision,
                revision,
                promiseId,
                revision);
    }

    @Override
    public void undated(UUID promiseId, int revision, Instant at) {
        sql.update(
                "update promised_date set undated_at = ? where promise_id = ? and revision = ?",
                at,
                promiseId,
                revision);
    }

    @Override
    public Set<UUID> undated(UUID journeyId) {
        return Set.copyOf(sql.query("""
                select p.id from promise p join promised_date d on d.promise_id = p.id and d.revision = p.revision
                where p.journey_id = ? and p.kept_at is null and p.withdrawn_at is null
                  and p.waiting_since is null and d.undated_at is not null
                """, row -> row.getObject("id", UUID.class), journeyId));
    }

    @Override
    public void updateDelivered(UUID journeyId, Instant at) {
        sql.update("""
                update promised_date d set released_at = ? from promise p
                where p.journey_id = ? and d.promise_id = p.id
                  and d.undated_at is not null and d.released_at is null
                """, at, journeyId);
    }

    @Override
    public void released(UUID promiseId, Instant at) {
        sql.update(
                "update promised_date set released_at = ? where promise_id = ? and released_at is null", at, promiseId);
    }

    @Override
    public void restored(UUID promiseId, int revision) {
        sql.update(
                "update promised_date set released_at = null where promise_id = ? and revision = ?",
                promiseId,
                revision);
    }

    @Override
    public void missed(UUID promiseId, int revision, Instant at) {
        sql.update(
                "update promised_date set missed_at = ? where promise_id = ? and revision = ? and missed_at is null",
                at,
                promiseId,
                revision);
    }

    private static PromisedDate read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new PromisedDate(
                row.getObject("promise_id", UUID.class),
                row.getInt("revision"),
                row.getObject("journey_id", UUID.class),
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "window_start_at"),
                reason == null ? null : ReasonCode.valueOf(reason),
                row.getString("decided_by"),
                row.getBoolean("by_system"),
                Sql.instant(row, "promised_at"),
                Sql.instantOrNull(row, "delivered_at"),
                Sql.instantOrNull(row, "missed_at"),
                Sql.instantOrNull(row, "undated_at"),
                Sql.instantOrNull(row, "released_at"));
    }
}
