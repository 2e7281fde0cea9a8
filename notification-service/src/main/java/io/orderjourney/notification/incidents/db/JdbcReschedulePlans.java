package io.orderjourney.notification.incidents.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.incidents.AffectedPromise;
import io.orderjourney.notification.incidents.DayPlan;
import io.orderjourney.notification.incidents.PlannedMove;
import io.orderjourney.notification.incidents.ReschedulePlan;
import io.orderjourney.notification.incidents.ReschedulePlan.ReschedulePlans;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code reschedule_plan}, {@code reschedule_item}, {@code reschedule_count} and {@code reschedule_day}. */
@ApplicationScoped
class JdbcReschedulePlans implements ReschedulePlans {

    private static final int COUNTED_MAX = 100;

    private final Sql sql;
    private final CurrentTerms terms;

    JdbcReschedulePlans(DataSource database, CurrentTerms terms) {
        this.sql = new Sql(database);
        this.terms = terms;
    }

    /** How many promises a day takes, by desk. */
    record PerDay(Map<Desk, Integer> max) {}

    @Override
    public void add(ReschedulePlan plan) {
        // What was planned before and not confirmed is nobody's work any more.
        sql.update("delete from reschedule_plan where incident_id = ? and confirmed_at is null", plan.incidentId());
        sql.update(
                """
                insert into reschedule_plan (plan_id, incident_id, from_date, per_day, planned_at, planned_by)
                values (?, ?, ?, ?, ?, ?)
                """,
                plan.id(),
                plan.incidentId(),
                plan.from(),
                new String(ContractJson.write(new PerDay(plan.perDayMax())), StandardCharsets.UTF_8),
                plan.plannedAt(),
                plan.plannedBy());
    }

    @Override
    public Optional<ReschedulePlan> latest(UUID incidentId) {
        return sql.first(
                "select * from reschedule_plan where incident_id = ? order by planned_at desc, plan_id desc limit 1",
                JdbcReschedulePlans::plan,
                incidentId);
    }

    @Override
    public Optional<ReschedulePlan> latestForChange(UUID incidentId) {
        return sql.first("""
                select * from reschedule_plan where incident_id = ? order by planned_at desc, plan_id desc limit 1
                for update
                """, JdbcReschedulePlans::plan, incidentId);
    }

    @Override
    public Optional<ReschedulePlan> takeUnfinished() {
        return sql.first("""
                select * from reschedule_plan
                where gathered_at is null or (confirmed_at is not null and finished_at is null)
                order by planned_at limit 1 for update skip locked
                """, JdbcReschedulePlans::plan);
    }

    @Override
    public long unfinished() {
        return sql.number("""
                select count(*) from (select 1 from reschedule_plan
                  where gathered_at is null or (confirmed_at is not null and finished_at is null) limit ?) work
                """, COUNTED_MAX);
    }

    @Override
    public void gathered(ReschedulePlan plan, List<AffectedPromise> found, AffectedPromise.Place last) {
        Map<Desk, Long> deskPositions = new EnumMap<>(Desk.class);
        counts(plan.id())
                .forEach((desk, byDay) -> deskPositions.put(
                        desk, byDay.values().stream().mapToLong(Long::longValue).sum()));
        List<Long> positionsOfDesk = new ArrayList<>();
        for (AffectedPromise promise : found) {
            long position = deskPositions.merge(promise.desk(), 1L, Long::sum) - 1;
            positionsOfDesk.add(position);
        }
        int before = plan.gathered().promises();
        sql.update(
                """
                insert into reschedule_item (plan_id, position, promise_id, journey_id, desk, desk_position, revision)
                select ?, * from unnest(?, ?, ?, ?, ?, ?)
                """,
                plan.id(),
                SqlArray.numbers(
                        LongStream.range(before, before + found.size()).boxed().toList()),
                SqlArray.uuids(found.stream().map(AffectedPromise::id).toList()),
                SqlArray.uuids(found.stream().map(AffectedPromise::journeyId).toList()),
                SqlArray.texts(found.stream().map(AffectedPromise::desk).toList()),
                SqlArray.numbers(positionsOfDesk),
                SqlArray.of(
                        "int4", found.stream().map(AffectedPromise::revision).toList()));
        sql.update(
                """
                insert into reschedule_count as known (plan_id, desk, due_date, promises)
                select ?, desk, due_date, count(*) from unnest(?, ?) as found(desk, due_date) group by desk, due_date
                on conflict (plan_id, desk, due_date) do update set promises = known.promises + excluded.promises
                """,
                plan.id(),
                SqlArray.texts(found.stream().map(AffectedPromise::desk).toList()),
                SqlArray.of(
                        "date",
                        found.stream()
                                .map(promise -> java.sql.Date.valueOf(promise.dueAt()
                                        .atZone(terms.get().zone())
                                        .toLocalDate()))
                                .toList()));
        sql.update("""
                update reschedule_plan set promises = promises + ?, gathered_made_at = ?, gathered_promise_id = ?
                where plan_id = ?
                """, found.size(), last.madeAt(), last.promiseId(), plan.id());
    }

    @Override
    public Map<Desk, Map<LocalDate, Long>> counts(UUID planId) {
        Map<Desk, Map<LocalDate, Long>> counts = new EnumMap<>(Desk.class);
        sql.query(
                        "select desk, due_date, promises from reschedule_count where plan_id = ?",
                        row -> {
                            counts.computeIfAbsent(Desk.valueOf(row.getString("desk")), desk -> new TreeMap<>())
                                    .put(row.getObject("due_date", LocalDate.class), row.getLong("promises"));
                            return true;
                        },
                        planId)
                .clear();
        return counts;
    }

    @Override
    public void ready(ReschedulePlan plan, List<DayPlan.Day> days, Instant at) {
        days.forEach(day -> sql.update(
                """
                insert into reschedule_day (plan_id, desk, day, due_at, capacity, load, places, first_rank)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                plan.id(),
                day.desk(),
                day.date(),
                day.dueAt(),
                day.capacity(),
                day.load(),
                day.places(),
                day.firstRank()));
        sql.update("update reschedule_plan set gathered_at = ? where plan_id = ?", at, plan.id());
    }

    @Override
    public List<DayPlan.Day> days(UUID planId) {
        return sql.query(
                "select * from reschedule_day where plan_id = ? order by day, desk",
                row -> new DayPlan.Day(
                        Desk.valueOf(row.getString("desk")),
                        row.getObject("day", LocalDate.class),
                        Sql.instant(row, "due_at"),
                        row.getLong("capacity"),
                        row.getLong("load"),
                        row.getLong("places"),
                        row.getLong("first_rank")),
                planId);
    }

    @Override
    public void confirm(ReschedulePlan plan, String by, Instant at) {
        sql.update(
                "update reschedule_plan set confirmed_at = ?, confirmed_by = ? where plan_id = ?", at, by, plan.id());
    }

    @Override
    public List<PlannedMove> next(UUID planId, int atMost) {
        return sql.query(
                """
                with first as (
                  select journey_id from reschedule_item where plan_id = ? and rescheduled is null
                  order by position limit ?)
                select i.* from reschedule_item i where i.plan_id = ? and i.rescheduled is null
                  and i.journey_id in (select journey_id from first)
                order by i.position
                """,
                row -> new PlannedMove(
                        row.getLong("position"),
                        row.getObject("promise_id", UUID.class),
                        row.getObject("journey_id", UUID.class),
                        Desk.valueOf(row.getString("desk")),
                        row.getLong("desk_position"),
                        row.getInt("revision")),
                planId,
                atMost,
                planId);
    }

    @Override
    public void done(ReschedulePlan plan, Collection<PlannedMove> rescheduled, Collection<PlannedMove> leftAlone) {
        done(plan, rescheduled, true);
        done(plan, leftAlone, false);
        sql.update(
                "update reschedule_plan set rescheduled = rescheduled + ?, left_alone = left_alone + ? where plan_id = ?",
                rescheduled.size(),
                leftAlone.size(),
                plan.id());
    }

    private void done(ReschedulePlan plan, Collection<PlannedMove> moves, boolean rescheduled) {
        sql.update(
                "update reschedule_item set rescheduled = ? where plan_id = ? and position = any(?)",
                rescheduled,
                plan.id(),
                SqlArray.numbers(moves.stream().map(PlannedMove::position).toList()));
    }

    @Override
    public void finished(ReschedulePlan plan, Instant at) {
        sql.update("update reschedule_plan set finished_at = ? where plan_id = ?", at, plan.id());
    }

    private static ReschedulePlan plan(ResultSet row) throws SQLException {
        UUID last = row.getObject("gathered_promise_id", UUID.class);
        AffectedPromise.@Nullable Place place =
                last == null ? null : new AffectedPromise.Place(Sql.instant(row, "gathered_made_at"), last);
        return new ReschedulePlan(
                row.getObject("plan_id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getObject("from_date", LocalDate.class),
                ContractJson.read(row.getString("per_day").getBytes(StandardCharsets.UTF_8), PerDay.class)
                        .max(),
                Sql.instant(row, "planned_at"),
                row.getString("planned_by"),
                new ReschedulePlan.Gathered(row.getInt("promises"), place),
                Sql.instantOrNull(row, "gathered_at"),
                new ReschedulePlan.Progress(
                        Sql.instantOrNull(row, "confirmed_at"),
                        row.getString("confirmed_by"),
                        row.getInt("rescheduled"),
                        row.getInt("left_alone"),
                        Sql.instantOrNull(row, "finished_at")));
    }
}
