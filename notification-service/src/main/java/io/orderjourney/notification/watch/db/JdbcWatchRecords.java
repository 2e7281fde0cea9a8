package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.db.Statements;
import io.orderjourney.notification.notices.Handovers;
import io.orderjourney.notification.watch.ReachedRung;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.WatchRecord;
import io.orderjourney.notification.watch.WatchRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code promise_watch}, {@code rung_reached} and {@code said_date}. */
@ApplicationScoped
class JdbcWatchRecords implements WatchRecords, Handovers {

    private final Statements statements;

    JdbcWatchRecords(DataSource database) {
        this.statements = new Statements(database);
    }

    @Override
    public Map<UUID, WatchRecord> of(Collection<UUID> promiseIds) {
        return statements
                .query(
                        "select * from promise_watch where promise_id = any(?)",
                        row -> new WatchRecord(
                                row.getObject("promise_id", UUID.class),
                                row.getInt("planned_revision"),
                                row.getInt("foreseen_revision"),
                                Statements.instantOrNull(row, "foreseen_at"),
                                row.getInt("settled_revision"),
                                row.getInt("spoken_revision"),
                                row.getInt("told_revision")),
                        (Object) Statements.array(promiseIds))
                .stream()
                .collect(Collectors.toMap(
                        WatchRecord::promiseId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    @Override
    public void store(Collection<WatchRecord> records) {
        List<WatchRecord> all = List.copyOf(records);
        // told_revision is the handover's to write: a message may be taken while this look was being made.
        statements.update(
                """
                insert into promise_watch (promise_id, planned_revision, foreseen_revision, foreseen_at,
                  settled_revision, spoken_revision, told_revision)
                select r.promise_id, r.planned, r.foreseen, r.foreseen_at::timestamptz, r.settled, r.spoken, 0
                from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::int[], ?::int[])
                  as r (promise_id, planned, foreseen, foreseen_at, settled, spoken)
                order by r.promise_id
                on conflict (promise_id) do update set
                  planned_revision = excluded.planned_revision, foreseen_revision = excluded.foreseen_revision,
                  foreseen_at = excluded.foreseen_at, settled_revision = excluded.settled_revision,
                  spoken_revision = excluded.spoken_revision
                """,
                all.stream().map(WatchRecord::promiseId).toArray(UUID[]::new),
                all.stream().map(WatchRecord::plannedRevision).toArray(Integer[]::new),
                all.stream().map(WatchRecord::foreseenRevision).toArray(Integer[]::new),
                all.stream().map(JdbcWatchRecords::foreseenAt).toArray(String[]::new),
                all.stream().map(WatchRecord::settledRevision).toArray(Integer[]::new),
                all.stream().map(WatchRecord::spokenRevision).toArray(Integer[]::new));
    }

    private static @Nullable String foreseenAt(WatchRecord record) {
        Instant at = record.foreseenAt();
        return at == null ? null : at.toString();
    }

    @Override
    public Map<UUID, List<ReachedRung>> reached(Collection<UUID> promiseIds) {
        return statements
                .query(
                        "select promise_id, revision, rung from rung_reached"
                                + " where promise_id = any(?) and acted_at is null",
                        row -> new ReachedRung(
                                row.getObject("promise_id", UUID.class),
                                row.getInt("revision"),
                                RungCode.rung(row.getInt("rung"))),
                        (Object) Statements.array(promiseIds))
                .stream()
                .collect(Collectors.groupingBy(ReachedRung::promiseId));
    }

    @Override
    public void actedOn(Collection<ReachedRung> rungs, Instant at) {
        List<ReachedRung> all = List.copyOf(rungs);
        statements.update(
                """
                update rung_reached r set acted_at = ?
                from unnest(?::uuid[], ?::int[], ?::int[]) as a (promise_id, revision, rung)
                where r.promise_id = a.promise_id and r.revision = a.revision and r.rung = a.rung
                """,
                at,
                all.stream().map(ReachedRung::promiseId).toArray(UUID[]::new),
                all.stream().map(ReachedRung::revision).toArray(Integer[]::new),
                all.stream().map(rung -> RungCode.of(rung.level())).toArray(Integer[]::new));
    }

    @Override
    public boolean said(SaidDate date) {
        ReasonCode reason = date.reason();
        return statements.update(
                        """
                insert into said_date (promise_id, revision, journey_id, due_at, window_start_at, reason, decided_by,
                  by_system, said_at, handed_over_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (promise_id, revision) do update set
                  due_at = excluded.due_at, window_start_at = excluded.window_start_at, reason = excluded.reason,
                  decided_by = excluded.decided_by, by_system = excluded.by_system, said_at = excluded.said_at
                where excluded.by_system and not said_date.by_system
                """,
                        date.promiseId(),
                        date.revision(),
                        date.journeyId(),
                        date.dueAt(),
                        date.windowStartAt(),
                        reason == null ? null : reason.name(),
                        date.decidedBy(),
                        date.bySystem(),
                        date.saidAt(),
                        date.handedOverAt())
                == 1;
    }

    @Override
    public Map<UUID, List<SaidDate>> said(Collection<UUID> promiseIds) {
        return statements
                .query(
                        "select * from said_date where promise_id = any(?) order by promise_id, revision",
                        JdbcWatchRecords::readSaid,
                        (Object) Statements.array(promiseIds))
                .stream()
                .collect(Collectors.groupingBy(SaidDate::promiseId, Collectors.toCollection(ArrayList::new)));
    }

    @Override
    public void handedOver(UUID promiseId, int revision, Instant at) {
        statements.update(
                "update said_date set handed_over_at = ?"
                        + " where promise_id = ? and revision = ? and handed_over_at is null",
                at,
                promiseId,
                revision);
        statements.update("""
                insert into promise_watch (promise_id, planned_revision, foreseen_revision, settled_revision,
                  spoken_revision, told_revision)
                values (?, -1, -1, 0, 0, ?)
                on conflict (promise_id) do update
                  set told_revision = greatest(promise_watch.told_revision, excluded.told_revision)
                """, promiseId, revision);
    }

    @Override
    public void broken(UUID promiseId, int revision, Instant at) {
        statements.update(
                "update said_date set broken_at = ? where promise_id = ? and revision = ? and broken_at is null",
                at,
                promiseId,
                revision);
    }

    private static SaidDate readSaid(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new SaidDate(
                row.getObject("promise_id", UUID.class),
                row.getInt("revision"),
                row.getObject("journey_id", UUID.class),
                Statements.instant(row, "due_at"),
                Statements.instantOrNull(row, "window_start_at"),
                reason == null ? null : ReasonCode.valueOf(reason),
                row.getString("decided_by"),
                row.getBoolean("by_system"),
                Statements.instant(row, "said_at"),
                Statements.instantOrNull(row, "handed_over_at"),
                Statements.instantOrNull(row, "broken_at"));
    }
}
