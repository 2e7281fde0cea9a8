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
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code watch_queue}, and since when a {@code watched_journey} is silent. */
@ApplicationScoped
class JdbcWatchQueue implements WatchQueue {

    /**
     * Entries are only added or deleted, so that adding one never waits. Whoever changes a journey (the consumer, a delivery,
     * another replica) holds its row, a promise or an open message, and may want to hold more: the watch takes a journey only
     * if it gets all of them at once, and leaves it for later otherwise.
     */
    private static final String TAKE = """
            with entries as (
              select ctid, journey_id from watch_queue where ?::uuid is null or journey_id = ?
              limit ? for update skip locked
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

    /** Entries of one journey that one reassessment answers; more of them lead to another one. */
    private static final int ENTRIES_OF_ONE_MAX = 1_000;

    private final Sql sql;
    private final Event<JourneysQueued> queued;

    JdbcWatchQueue(DataSource database, Event<JourneysQueued> queued) {
        this.sql = new Sql(database);
        this.queued = queued;
    }

    @Override
    public @Nullable Instant silentSince(UUID journeyId, boolean silent, Instant now) {
        if (!silent) {
            sql.update(
                    "update watched_journey set silent_since = null"
                            + " where journey_id = ? and silent_since is not null",
                    journeyId);
            return null;
        }
        return sql
                .query(
                        "update watched_journey set silent_since = coalesce(silent_since, ?) where journey_id = ?"
                                + " returning silent_since",
                        row -> Sql.instant(row, "silent_since"),
                        now,
                        journeyId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void requeue(Collection<UUID> journeyIds) {
        sql.update("insert into watch_queue (journey_id) select distinct unnest(?::uuid[])", (Object)
                SqlArray.uuids(journeyIds));
        queued.fire(new JourneysQueued());
    }

    @Override
    public void requeueAll() {
        sql.update("insert into watch_queue (journey_id)"
                + " select journey_id from watched_journey where closed_at is null");
        queued.fire(new JourneysQueued());
    }

    @Override
    public Collection<UUID> take(int atMost) {
        return sql.query(TAKE, JdbcWatchQueue::id, null, null, atMost);
    }

    @Override
    public Collection<UUID> take(UUID journeyId) {
        return sql.query(TAKE, JdbcWatchQueue::id, journeyId, journeyId, ENTRIES_OF_ONE_MAX);
    }

    @Override
    public Collection<UUID> waiting(int atMost) {
        return sql.query("select distinct journey_id from watch_queue limit ?", JdbcWatchQueue::id, atMost);
    }

    @Override
    public long waiting() {
        return sql.query("select count(*) from watch_queue", row -> row.getLong(1))
                .get(0);
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("journey_id", UUID.class);
    }
}
