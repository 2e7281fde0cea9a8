package io.orderjourney.notification.ledger.db;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.ledger.PromiseRevision;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code promised_date}, and the revisions in {@code promise_watch} that were announced and confirmed. */
@ApplicationScoped
class JdbcPromisedDates implements PromisedDates {

    private static final String OF_THESE = " from unnest(?::uuid[], ?::int[]) as n (promise_id, revision)"
            + " where d.promise_id = n.promise_id and d.revision = n.revision";

    private final Sql sql;

    JdbcPromisedDates(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Set<PromiseRevision> record(Collection<PromisedDate> dates) {
        List<PromisedDate> all = strongest(dates);
        if (all.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.query(
                """
                insert into promised_date (promise_id, revision, journey_id, due_at, window_start_at, reason, decided_by,
                  by_system, promised_at, delivered_at)
                select * from unnest(?::uuid[], ?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                  ?::boolean[], ?::timestamptz[], ?::timestamptz[]) as d (promise_id, revision)
                order by d.promise_id, d.revision
                on conflict (promise_id, revision) do update set
                  due_at = excluded.due_at, window_start_at = excluded.window_start_at, reason = excluded.reason,
                  decided_by = excluded.decided_by, by_system = excluded.by_system, promised_at = excluded.promised_at,
                  undated_at = null, released_at = null
                where (case when excluded.reason = 'CUSTOMER_ASKED' then 2 when excluded.by_system then 1 else 0 end)
                  > (case when promised_date.reason = 'CUSTOMER_ASKED' then 2 when promised_date.by_system then 1 else 0 end)
                returning promise_id, revision
                """,
                row -> new PromiseRevision(row.getObject("promise_id", UUID.class), row.getInt("revision")),
                SqlArray.uuids(each(all, PromisedDate::promiseId)),
                SqlArray.of("int4", each(all, PromisedDate::revision)),
                SqlArray.uuids(each(all, PromisedDate::journeyId)),
                SqlArray.instants(each(all, PromisedDate::dueAt)),
                SqlArray.instants(each(all, PromisedDate::windowStartAt)),
                SqlArray.texts(each(all, PromisedDate::reason)),
                SqlArray.texts(each(all, PromisedDate::decidedBy)),
                SqlArray.of("bool", each(all, PromisedDate::bySystem)),
                SqlArray.instants(each(all, PromisedDate::promisedAt)),
                SqlArray.instants(each(all, PromisedDate::deliveredAt))));
    }

    /** One statement writes a row once: of two dates for the same revision it gets the one that stays. */
    private static List<PromisedDate> strongest(Collection<PromisedDate> dates) {
        Map<PromiseRevision, PromisedDate> strongest = new LinkedHashMap<>();
        dates.forEach(date -> strongest.merge(
                new PromiseRevision(date.promiseId(), date.revision()),
                date,
                (before, after) -> weight(after) > weight(before) ? after : before));
        return List.copyOf(strongest.values());
    }

    /** As in the statement. */
    private static int weight(PromisedDate date) {
        if (date.reason() == ReasonCode.CUSTOMER_ASKED) {
            return 2;
        }
        return date.bySystem() ? 1 : 0;
    }

    private static <V extends @Nullable Object> List<V> each(
            List<PromisedDate> dates, Function<PromisedDate, V> value) {
        List<V> values = new ArrayList<>(dates.size());
        dates.forEach(date -> values.add(value.apply(date)));
        return values;
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
    public void delivered(Map<PromiseRevision, Instant> dates) {
        if (dates.isEmpty()) {
            return;
        }
        List<PromiseRevision> all = List.copyOf(dates.keySet());
        sql.update(
                """
                update promised_date d set delivered_at = n.at
                from unnest(?::uuid[], ?::int[], ?::timestamptz[]) as n (promise_id, revision, at)
                where d.promise_id = n.promise_id and d.revision = n.revision and d.delivered_at is null
                """,
                promises(all),
                revisions(all),
                SqlArray.instants(all.stream().map(dates::get).toList()));
        sql.update("""
                insert into promise_watch (promise_id, scheduled_revision, predicted_revision, closed_revision,
                  announced_revision, confirmed_revision)
                select promise_id, -1, -1, 0, 0, max(revision)
                from unnest(?::uuid[], ?::int[]) as n (promise_id, revision) group by promise_id order by promise_id
                on conflict (promise_id) do update
                  set confirmed_revision = greatest(promise_watch.confirmed_revision, excluded.confirmed_revision)
                """, promises(all), revisions(all));
    }

    private void mark(String statement, Collection<PromiseRevision> dates, Instant at) {
        if (!dates.isEmpty()) {
            sql.update(statement, at, promises(dates), revisions(dates));
        }
    }

    private static SqlArray promises(Collection<PromiseRevision> dates) {
        return SqlArray.uuids(dates.stream().map(PromiseRevision::promiseId).toList());
    }

    private static SqlArray revisions(Collection<PromiseRevision> dates) {
        return SqlArray.of("int4", dates.stream().map(PromiseRevision::revision).toList());
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
    public void undated(Collection<PromiseRevision> dates, Instant at) {
        mark("update promised_date d set undated_at = ?" + OF_THESE, dates, at);
    }

    @Override
    public Set<UUID> undated(Collection<UUID> journeyIds) {
        return Set.copyOf(sql.query("""
                select p.id from promise p join promised_date d on d.promise_id = p.id and d.revision = p.revision
                where p.journey_id = any(?) and p.kept_at is null and p.withdrawn_at is null
                  and p.waiting_since is null and d.undated_at is not null
                """, row -> row.getObject("id", UUID.class), SqlArray.uuids(journeyIds)));
    }

    @Override
    public void updateDelivered(Map<UUID, Instant> sinceByJourney) {
        if (sinceByJourney.isEmpty()) {
            return;
        }
        List<UUID> journeys = List.copyOf(sinceByJourney.keySet());
        sql.update(
                """
                update promised_date d set released_at = j.since_at
                from unnest(?::uuid[], ?::timestamptz[]) as j (journey_id, since_at)
                  join promise p on p.journey_id = j.journey_id
                where d.promise_id = p.id and d.undated_at is not null and d.released_at is null
                """,
                SqlArray.uuids(journeys),
                SqlArray.instants(journeys.stream().map(sinceByJourney::get).toList()));
    }

    @Override
    public void released(Map<UUID, Instant> sinceByPromise) {
        if (sinceByPromise.isEmpty()) {
            return;
        }
        List<UUID> promises = List.copyOf(sinceByPromise.keySet());
        sql.update(
                """
                update promised_date d set released_at = r.since_at
                from unnest(?::uuid[], ?::timestamptz[]) as r (promise_id, since_at)
                where d.promise_id = r.promise_id and d.released_at is null
                """,
                SqlArray.uuids(promises),
                SqlArray.instants(promises.stream().map(sinceByPromise::get).toList()));
    }

    @Override
    public void uncertain(Map<PromiseRevision, Instant> certainAtByDate) {
        if (certainAtByDate.isEmpty()) {
            return;
        }
        List<PromiseRevision> all = List.copyOf(certainAtByDate.keySet());
        sql.update(
                """
                update promised_date d set certain_at = n.at
                from unnest(?::uuid[], ?::int[], ?::timestamptz[]) as n (promise_id, revision, at)
                where d.promise_id = n.promise_id and d.revision = n.revision
                """,
                promises(all),
                revisions(all),
                SqlArray.instants(all.stream().map(certainAtByDate::get).toList()));
    }

    @Override
    public void restored(Collection<PromiseRevision> dates) {
        if (!dates.isEmpty()) {
            sql.update("update promised_date d set released_at = null" + OF_THESE, promises(dates), revisions(dates));
        }
    }

    @Override
    public void missed(Collection<PromiseRevision> dates, Instant at) {
        mark("update promised_date d set missed_at = ?" + OF_THESE + " and d.missed_at is null", dates, at);
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
                Sql.instantOrNull(row, "released_at"),
                Sql.instantOrNull(row, "certain_at"));
    }
}
