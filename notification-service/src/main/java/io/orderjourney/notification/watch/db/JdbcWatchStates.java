package io.orderjourney.notification.watch.db;

import io.orderjourney.notification.watch.WatchState;
import io.orderjourney.notification.watch.WatchStates;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code promise_watch} and {@code escalation_reached}. */
@ApplicationScoped
class JdbcWatchStates implements WatchStates {

    private final Sql sql;

    JdbcWatchStates(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Map<UUID, WatchState> of(Collection<UUID> promiseIds) {
        return sql
                .query(
                        "select * from promise_watch where promise_id = any(?)",
                        row -> new WatchState(
                                row.getObject("promise_id", UUID.class),
                                row.getInt("scheduled_revision"),
                                row.getObject("scheduled_plan", Integer.class),
                                row.getInt("predicted_revision"),
                                Sql.instantOrNull(row, "predicted_at"),
                                row.getInt("closed_revision"),
                                row.getInt("announced_revision"),
                                row.getInt("confirmed_revision"),
                                turn(row)),
                        SqlArray.uuids(promiseIds))
                .stream()
                .collect(Collectors.toMap(
                        WatchState::promiseId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    @Override
    public void store(Collection<WatchState> states) {
        List<WatchState> all = List.copyOf(states);
        // confirmed_revision is left alone: a message may be delivered during this reassessment.
        sql.update(
                """
                insert into promise_watch (promise_id, scheduled_revision, scheduled_plan, predicted_revision, predicted_at,
                  closed_revision, announced_revision, confirmed_revision, turn_since, turn_level)
                select r.promise_id, r.scheduled, r.plan, r.predicted, r.predicted_at::timestamptz, r.closed, r.announced, 0,
                  r.turn_since::timestamptz, r.turn_level
                from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[])
                  as r (promise_id, scheduled, plan, predicted, predicted_at, closed, announced, turn_since, turn_level)
                order by r.promise_id
                on conflict (promise_id) do update set
                  scheduled_revision = excluded.scheduled_revision, scheduled_plan = excluded.scheduled_plan,
                  predicted_revision = excluded.predicted_revision,
                  predicted_at = excluded.predicted_at, closed_revision = excluded.closed_revision,
                  announced_revision = excluded.announced_revision, turn_since = excluded.turn_since,
                  turn_level = excluded.turn_level
                """,
                all.stream().map(WatchState::promiseId).toArray(UUID[]::new),
                all.stream().map(WatchState::scheduledRevision).toArray(Integer[]::new),
                all.stream().map(WatchState::scheduledPlan).toArray(Integer[]::new),
                all.stream().map(WatchState::predictedRevision).toArray(Integer[]::new),
                all.stream().map(JdbcWatchStates::predictedAt).toArray(String[]::new),
                all.stream().map(WatchState::closedRevision).toArray(Integer[]::new),
                all.stream().map(WatchState::announcedRevision).toArray(Integer[]::new),
                all.stream().map(JdbcWatchStates::turnSince).toArray(String[]::new),
                all.stream().map(JdbcWatchStates::turnLevel).toArray(Integer[]::new));
    }

    private static WatchState.@Nullable Turn turn(ResultSet row) throws SQLException {
        Instant sinceAt = Sql.instantOrNull(row, "turn_since");
        return sinceAt == null ? null : new WatchState.Turn(sinceAt, EscalationCode.level(row.getInt("turn_level")));
    }

    private static @Nullable String turnSince(WatchState state) {
        WatchState.Turn turn = state.turn();
        return turn == null ? null : turn.sinceAt().toString();
    }

    private static @Nullable Integer turnLevel(WatchState state) {
        WatchState.Turn turn = state.turn();
        return turn == null ? null : EscalationCode.of(turn.level());
    }

    private static @Nullable String predictedAt(WatchState state) {
        Instant at = state.predictedAt();
        return at == null ? null : at.toString();
    }

    @Override
    public Map<UUID, List<EscalationReached>> reached(Collection<UUID> promiseIds) {
        return sql
                .query(
                        "select promise_id, revision, level from escalation_reached"
                                + " where promise_id = any(?) and acted_at is null",
                        row -> new EscalationReached(
                                row.getObject("promise_id", UUID.class),
                                row.getInt("revision"),
                                EscalationCode.level(row.getInt("level"))),
                        SqlArray.uuids(promiseIds))
                .stream()
                .collect(Collectors.groupingBy(EscalationReached::promiseId));
    }

    @Override
    public void actedOn(Collection<EscalationReached> reached, Instant at) {
        List<EscalationReached> all = List.copyOf(reached);
        sql.update(
                """
                update escalation_reached r set acted_at = ?
                from unnest(?::uuid[], ?::int[], ?::int[]) as a (promise_id, revision, level)
                where r.promise_id = a.promise_id and r.revision = a.revision and r.level = a.level
                """,
                at,
                all.stream().map(EscalationReached::promiseId).toArray(UUID[]::new),
                all.stream().map(EscalationReached::revision).toArray(Integer[]::new),
                all.stream().map(level -> EscalationCode.of(level.level())).toArray(Integer[]::new));
    }
}
