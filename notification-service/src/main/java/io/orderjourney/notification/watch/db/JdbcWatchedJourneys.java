package io.orderjourney.notification.watch.db;

import io.orderjourney.notification.db.Statements;
import io.orderjourney.notification.watch.Journey;
import io.orderjourney.notification.watch.JourneysMarked;
import io.orderjourney.notification.watch.WatchedJourneys;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code watched_journey} and {@code journey_to_watch}. */
@ApplicationScoped
class JdbcWatchedJourneys implements WatchedJourneys {

    /**
     * A mark is only ever added or deleted, so that marking a journey never waits. Whoever changes a journey (the consumer,
     * a handover, another replica) holds its row, a promise or a growing message, and may want to hold more: the watch
     * takes a journey only if it gets all of them at once, and leaves it for later otherwise.
     */
    private static final String TAKE = """
            with marks as (
              select ctid, journey_id from journey_to_watch where ?::uuid is null or journey_id = ?
              limit ? for update skip locked
            ), marked as (
              select distinct journey_id from marks
            ), rows as (
              select w.journey_id from watched_journey w join marked using (journey_id) for update of w skip locked
            ), promises as (
              select p.id from promise p join marked using (journey_id) for update of p skip locked
            ), messages as (
              select n.notice_id from notice n join marked using (journey_id)
              where n.state = 'PLANNED' for update of n skip locked
            ), busy as (
              select w.journey_id from watched_journey w join marked using (journey_id)
              where w.journey_id not in (select journey_id from rows)
              union all
              select p.journey_id from promise p join marked using (journey_id)
              where p.id not in (select id from promises)
              union all
              select n.journey_id from notice n join marked using (journey_id)
              where n.state = 'PLANNED' and n.notice_id not in (select notice_id from messages)
            ), taken as (
              delete from journey_to_watch where ctid = any(array(
                select ctid from marks where journey_id not in (select journey_id from busy)))
              returning journey_id
            )
            select distinct journey_id from taken
            """;

    /** Marks of one journey that are answered with one look; more of them lead to another look. */
    private static final int MARKS_OF_ONE_MAX = 1_000;

    private final Statements statements;
    private final Event<JourneysMarked> marked;

    JdbcWatchedJourneys(DataSource database, Event<JourneysMarked> marked) {
        this.statements = new Statements(database);
        this.marked = marked;
    }

    @Override
    public void opened(Journey journey) {
        statements.update(
                """
                insert into watched_journey
                  (journey_id, order_number, customer_id, language, payment, pickup_point, opened_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                journey.id(),
                journey.orderNumber(),
                journey.customerId(),
                journey.language(),
                journey.payment(),
                journey.pickupPoint(),
                journey.openedAt());
    }

    @Override
    public void closed(UUID journeyId, Instant at) {
        statements.update(
                "update watched_journey set closed_at = ? where journey_id = ? and closed_at is null", at, journeyId);
    }

    @Override
    public Optional<Journey> find(UUID journeyId) {
        return Optional.ofNullable(find(List.of(journeyId)).get(journeyId));
    }

    @Override
    public Map<UUID, Journey> find(Collection<UUID> journeyIds) {
        return statements
                .query("select * from watched_journey where journey_id = any(?)", JdbcWatchedJourneys::read, (Object)
                        Statements.array(journeyIds))
                .stream()
                .collect(Collectors.toMap(Journey::id, Function.identity()));
    }

    @Override
    public @Nullable Instant silent(UUID journeyId, boolean silent, Instant now) {
        if (!silent) {
            statements.update(
                    "update watched_journey set silent_since = null"
                            + " where journey_id = ? and silent_since is not null",
                    journeyId);
            return null;
        }
        return statements
                .query(
                        "update watched_journey set silent_since = coalesce(silent_since, ?) where journey_id = ?"
                                + " returning silent_since",
                        row -> Statements.instant(row, "silent_since"),
                        now,
                        journeyId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void lookAgain(Collection<UUID> journeyIds) {
        statements.update("insert into journey_to_watch (journey_id) select distinct unnest(?::uuid[])", (Object)
                Statements.array(journeyIds));
        marked.fire(new JourneysMarked());
    }

    @Override
    public void lookAtAllAgain() {
        statements.update("insert into journey_to_watch (journey_id)"
                + " select journey_id from watched_journey where closed_at is null");
        marked.fire(new JourneysMarked());
    }

    @Override
    public Collection<UUID> take(int atMost) {
        return statements.query(TAKE, JdbcWatchedJourneys::id, null, null, atMost);
    }

    @Override
    public Collection<UUID> take(UUID journeyId) {
        return statements.query(TAKE, JdbcWatchedJourneys::id, journeyId, journeyId, MARKS_OF_ONE_MAX);
    }

    @Override
    public Collection<UUID> waiting(int atMost) {
        return statements.query(
                "select distinct journey_id from journey_to_watch limit ?", JdbcWatchedJourneys::id, atMost);
    }

    @Override
    public long waiting() {
        return statements
                .query("select count(*) from journey_to_watch", row -> row.getLong(1))
                .get(0);
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("journey_id", UUID.class);
    }

    private static Journey read(ResultSet row) throws SQLException {
        return new Journey(
                row.getObject("journey_id", UUID.class),
                row.getString("order_number"),
                row.getObject("customer_id", UUID.class),
                row.getString("language"),
                row.getString("payment"),
                row.getString("pickup_point"),
                Statements.instant(row, "opened_at"),
                Statements.instantOrNull(row, "closed_at"));
    }
}
