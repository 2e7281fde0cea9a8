package io.orderjourney.notification.watch.db;

import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.notification.watch.WatchQueue.JourneysQueued;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table {@code watch_queue}, and since when a {@code watched_journey} is silent. */
@ApplicationScoped
class JdbcWatchQueue implements WatchQueue {

    /** In the order of the index watch_queue_next: a poll costs the same whatever waits behind what it takes. */
    private static final String MOST_URGENT = "order by urgency, position";

    /**
     * Entries are only added or deleted, so that adding one never waits. Whoever changes a journey (the consumer, a delivery,
     * another replica) holds its row, a promise or an open message, and may want to hold more: the watch takes a journey only
     * if it gets all of them at once, and leaves it for later otherwise.
     */
    private static final String TAKE = """
            with entries as (
              select ctid, journey_id from watch_queue %s limit ? for update skip locked
            ), queued as (
              select distinct journey_id from entries
            ), rows as (
              select w.journey_id from watched_journey w join queued using (journey_id) for update of w skip locked
            ), promises as (
              select p.id from promise p join queued using (journey_id) for update of p skip locked
            ), messages as (
              select n.notice_id from notice n join queued using (journey_id)
              where n.state = 'PLANNED' for update of n skip locked
            ), busy as (
              select w.journey_id from watched_journey w join queued using (journey_id)
              where w.journey_id not in (select journey_id from rows)
              union all
              select p.journey_id from promise p join queued using (journey_id)
              where p.id not in (select id from promises)
              union all
              select n.journey_id from notice n join queued using (journey_id)
              where n.state = 'PLANNED' and n.notice_id not in (select notice_id from messages)
            ), taken as (
              delete from watch_queue where ctid = any(array(
                select ctid from entries where journey_id not in (select journey_id from busy)))
              returning journey_id
            )
            select distinct journey_id from taken
            """;

    private static final String SWEEP_ON = """
            with page as (
              select due_at, id, journey_id from promise
              where kept_at is null and withdrawn_at is null and (due_at, id) > (?::timestamptz, ?::uuid)
              order by due_at, id limit ?
            ), queued as (
              insert into watch_queue (journey_id, urgency) select distinct journey_id, ? from page
            ), moved as (
              update watch_sweep s set due_at = last.due_at, promise_id = last.id
              from (select due_at, id from page order by due_at desc, id desc limit 1) last
            )
            select count(*) from page
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Entries of one journey that one reassessment answers; more of them lead to another one. */
    private static final int ENTRIES_OF_ONE_MAX = 1_000;

    /** For which time has come before what happened, and that before what is only looked at again. */
    static final int ESCALATION = 0;

    private static final int EVENT = 1;
    private static final int SWEEP = 2;

    private final Sql sql;
    private final Event<JourneysQueued> queued;

    JdbcWatchQueue(DataSource database, Event<JourneysQueued> queued) {
        this.sql = new Sql(database);
        this.queued = queued;
    }

    @Override
    public Map<UUID, Instant> silentSince(Collection<UUID> silent, Collection<UUID> others, Instant now) {
        if (!others.isEmpty()) {
            sql.update(
                    "update watched_journey set silent_since = null"
                            + " where journey_id = any(?) and silent_since is not null",
                    SqlArray.uuids(others));
        }
        if (silent.isEmpty()) {
            return Map.of();
        }
        return sql
                .query(
                        "update watched_journey set silent_since = coalesce(silent_since, ?) where journey_id = any(?)"
                                + " returning journey_id, silent_since",
                        row -> Map.entry(id(row), Sql.instant(row, "silent_since")),
                        now,
                        SqlArray.uuids(silent))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void requeue(Collection<UUID> journeyIds) {
        sql.update(
                "insert into watch_queue (journey_id, urgency) select distinct unnest(?::uuid[]), ?",
                SqlArray.uuids(journeyIds),
                EVENT);
        queued.fire(new JourneysQueued());
    }

    @Override
    public void requeueOf(UUID customerId) {
        sql.update(
                "insert into watch_queue (journey_id)"
                        + " select journey_id from watched_journey where customer_id = ? and closed_at is null",
                customerId);
        queued.fire(new JourneysQueued());
    }

    @Override
    public void beginSweep() {
        sql.update("""
                insert into watch_sweep (due_at, promise_id) values ('-infinity', ?)
                on conflict (the_only) do update set due_at = excluded.due_at, promise_id = excluded.promise_id
                """, BEFORE_ALL);
        queued.fire(new JourneysQueued());
    }

    @Override
    public int sweep(int atMost) {
        // As text: the beginning is no instant that Java knows.
        List<String[]> reached =
                sql.query("select due_at::text, promise_id::text from watch_sweep for update skip locked", row ->
                        new String[] {row.getString(1), row.getString(2)});
        return reached.isEmpty() ? 0 : sweep(reached.get(0)[0], reached.get(0)[1], atMost);
    }

    private int sweep(String dueAt, String promiseId, int atMost) {
        int swept = (int) sql.number(SWEEP_ON, dueAt, promiseId, atMost, SWEEP);
        if (swept == 0) {
            sql.update("delete from watch_sweep");
        }
        return swept;
    }

    @Override
    public boolean isSweeping() {
        return sql.isTrue("select exists (select 1 from watch_sweep)");
    }

    @Override
    public Collection<UUID> take(int atMost) {
        return sql.query(TAKE.formatted(MOST_URGENT), JdbcWatchQueue::id, atMost);
    }

    @Override
    public Collection<UUID> take(UUID journeyId) {
        return sql.query(
                TAKE.formatted("where journey_id = ? order by position"),
                JdbcWatchQueue::id,
                journeyId,
                ENTRIES_OF_ONE_MAX);
    }

    @Override
    public Collection<UUID> waiting(int atMost) {
        return sql.query(
                "select distinct journey_id from (select journey_id from watch_queue " + MOST_URGENT + " limit ?) next",
                JdbcWatchQueue::id,
                atMost);
    }

    @Override
    public long waitingUpTo(int countMax) {
        return sql.number("select count(*) from (select 1 from watch_queue limit ?) counted", countMax);
    }

    @Override
    public boolean failing(UUID journeyId, String reason, Instant now) {
        return sql.update(
                        "insert into failing_journey (journey_id, failed_at, reason) values (?, ?, ?)"
                                + " on conflict do nothing",
                        journeyId,
                        now,
                        reason)
                == 1;
    }

    @Override
    public void failingTask(UUID journeyId, UUID taskId) {
        sql.update("update failing_journey set task_id = ? where journey_id = ?", taskId, journeyId);
    }

    @Override
    public List<UUID> notFailing(Collection<UUID> journeyIds) {
        return sql
                .query(
                        "delete from failing_journey where journey_id = any(?) returning task_id",
                        row -> Optional.ofNullable(row.getObject("task_id", UUID.class)),
                        SqlArray.uuids(journeyIds))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public long failing() {
        return sql.number("select count(*) from failing_journey");
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("journey_id", UUID.class);
    }
}
