package io.orderjourney.notification.incidents.db;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.incidents.AffectedPromise;
import io.orderjourney.notification.incidents.CallOut;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentScope;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code incident}, {@code incident_entry} and {@code incident_plan}; plans that ship with the product stand in a file. */
@ApplicationScoped
class JdbcIncidents implements Incidents {

    private static final String SHIPPED = "/io/orderjourney/notification/incidents/incident-plans.json";
    private static final int HOLDING_MAX = 100;

    private final Sql sql;
    private final Map<IncidentKind, IncidentPlan> shipped;

    JdbcIncidents(DataSource database) {
        this.sql = new Sql(database);
        this.shipped = shipped();
    }

    /** The plans of a file, by kind. */
    record Plans(Map<IncidentKind, IncidentPlan> plans) {}

    private static Map<IncidentKind, IncidentPlan> shipped() {
        try (InputStream in = JdbcIncidents.class.getResourceAsStream(SHIPPED)) {
            return ContractJson.read(Objects.requireNonNull(in, SHIPPED).readAllBytes(), Plans.class)
                    .plans();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<Incident> add(Incident incident) {
        IncidentScope scope = incident.scope();
        return sql.first(
                """
                insert into incident (incident_id, kind, title, promise_kinds, partner, pickup_point, due_from, due_until,
                  channel_down, holds_campaigns, opened_at, opened_by, next_update_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning *
                """,
                JdbcIncidents::incident,
                incident.id(),
                incident.kind(),
                incident.title(),
                SqlArray.texts(scope.kinds().stream().map(PromiseKind::name).toList()),
                scope.partner(),
                scope.pickupPoint(),
                scope.dueFromAt(),
                scope.dueUntilAt(),
                incident.effect().channelDown(),
                incident.effect().holdsCampaigns(),
                incident.opening().at(),
                incident.opening().by(),
                incident.progress().nextUpdateAt());
    }

    @Override
    public Optional<Incident> unfinished(IncidentKind kind, @Nullable String partner, @Nullable String pickupPoint) {
        return sql.first("""
                select * from incident where kind = ? and coalesce(partner, '') = coalesce(?, '')
                  and coalesce(pickup_point, '') = coalesce(?, '') and closed_at is null and dismissed_at is null
                """, JdbcIncidents::incident, kind, partner, pickupPoint);
    }

    @Override
    public Optional<Incident> find(UUID id) {
        return sql.first("select * from incident where incident_id = ?", JdbcIncidents::incident, id);
    }

    @Override
    public Optional<Incident> findForChange(UUID id) {
        return sql.first("select * from incident where incident_id = ? for update", JdbcIncidents::incident, id);
    }

    @Override
    public void change(Incident incident, @Nullable Instant next) {
        Incident.Progress progress = incident.progress();
        CallOut calls = incident.callOut();
        sql.update(
                """
                update incident set taken_at = ?, taken_by = ?, next_update_at = ?, resolved_at = ?, closed_at = ?,
                  dismissed_at = ?, lessons = ?, calls = ?, last_call_at = ?, last_call_failed = ?, warned_at = ?,
                  missed_at = ?, next_step_at = ?
                where incident_id = ?
                """,
                progress.takenAt(),
                progress.takenBy(),
                progress.nextUpdateAt(),
                progress.resolvedAt(),
                progress.closedAt(),
                progress.dismissedAt(),
                progress.lessons(),
                calls.calls(),
                calls.lastAt(),
                calls.lastFailed(),
                calls.warnedAt(),
                calls.missedAt(),
                next,
                incident.id());
    }

    @Override
    public List<Incident> list(boolean all, @Nullable Place after, int atMost) {
        return sql.query(
                all ? """
                        select * from incident where (?::timestamptz is null or (opened_at, incident_id) < (?, ?))
                        order by opened_at desc, incident_id desc limit ?
                        """ : """
                        select * from incident where closed_at is null and dismissed_at is null
                          and (?::timestamptz is null or (opened_at, incident_id) < (?, ?))
                        order by opened_at desc, incident_id desc limit ?
                        """,
                JdbcIncidents::incident,
                after == null ? null : after.openedAt(),
                after == null ? null : after.openedAt(),
                after == null ? null : after.id(),
                atMost);
    }

    @Override
    public List<Incident> holdingCampaigns() {
        return sql.query("""
                select * from incident where closed_at is null and dismissed_at is null and resolved_at is null
                  and holds_campaigns order by opened_at limit ?
                """, JdbcIncidents::incident, HOLDING_MAX);
    }

    @Override
    public Optional<Incident> firstDue(Instant now) {
        return sql.first(
                "select * from incident where next_step_at <= ? order by next_step_at limit 1",
                JdbcIncidents::incident,
                now);
    }

    @Override
    public long due(Instant now) {
        return sql.number(
                "select count(*) from (select 1 from incident where next_step_at <= ? limit ?) due", now, HOLDING_MAX);
    }

    @Override
    public @Nullable Instant nextAt() {
        return sql.query(
                        "select min(next_step_at) at from incident",
                        row -> Optional.ofNullable(Sql.instantOrNull(row, "at")))
                .get(0)
                .orElse(null);
    }

    @Override
    public void log(UUID incidentId, IncidentEntry entry) {
        sql.update(
                "insert into incident_entry (incident_id, at, what, by_whom, text, detail) values (?, ?, ?, ?, ?, ?)",
                incidentId,
                entry.at(),
                entry.what(),
                entry.by(),
                entry.text(),
                entry.detail());
    }

    @Override
    public List<IncidentEntry> log(UUID incidentId, int atMost) {
        return sql.query(
                "select * from incident_entry where incident_id = ? order by position desc limit ?",
                row -> new IncidentEntry(
                        Sql.instant(row, "at"),
                        IncidentEntry.What.valueOf(row.getString("what")),
                        row.getString("by_whom"),
                        row.getString("text"),
                        row.getString("detail")),
                incidentId,
                atMost);
    }

    @Override
    public EnumSet<IncidentStep> doneSteps(UUID incidentId) {
        EnumSet<IncidentStep> done = EnumSet.noneOf(IncidentStep.class);
        done.addAll(sql.query(
                "select distinct text from incident_entry where incident_id = ? and what = 'STEP_DONE'",
                row -> IncidentStep.valueOf(row.getString("text")),
                incidentId));
        return done;
    }

    @Override
    public Map<IncidentKind, IncidentPlan> plans() {
        Map<IncidentKind, IncidentPlan> plans = new EnumMap<>(shipped);
        sql.query(
                        "select kind, plan from incident_plan",
                        row -> Map.entry(
                                IncidentKind.valueOf(row.getString("kind")),
                                ContractJson.read(
                                        row.getString("plan").getBytes(StandardCharsets.UTF_8), IncidentPlan.class)))
                .forEach(plan -> plans.put(plan.getKey(), plan.getValue()));
        return plans;
    }

    @Override
    public void put(IncidentKind kind, IncidentPlan plan) {
        sql.update("""
                insert into incident_plan (kind, plan) values (?, ?)
                on conflict (kind) do update set plan = excluded.plan
                """, kind, new String(ContractJson.write(plan), StandardCharsets.UTF_8));
    }

    @Override
    public List<AffectedPromise> openPromises(Set<String> kinds, AffectedPromise.@Nullable Place after, int atMost) {
        return sql.query(
                """
                select p.*, j.order_number, j.pickup_point from unnest(?) k(kind)
                cross join lateral (
                  select id, journey_id, customer_id, kind, desk, partner, made_at, due_at, revision from promise
                  where kind = k.kind and kept_at is null and withdrawn_at is null
                    and (?::timestamptz is null or (made_at, id) < (?, ?))
                  order by made_at desc, id desc limit ?) p
                left join watched_journey j on j.journey_id = p.journey_id
                order by p.made_at desc, p.id desc limit ?
                """,
                JdbcIncidents::affected,
                SqlArray.texts(kinds),
                after == null ? null : after.madeAt(),
                after == null ? null : after.madeAt(),
                after == null ? null : after.promiseId(),
                atMost,
                atMost);
    }

    private static AffectedPromise affected(ResultSet row) throws SQLException {
        return new AffectedPromise(
                row.getObject("id", UUID.class),
                row.getObject("journey_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                new PromiseKind(row.getString("kind")),
                Desk.valueOf(row.getString("desk")),
                row.getString("partner"),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "due_at"),
                row.getInt("revision"),
                row.getString("order_number"),
                row.getString("pickup_point"));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        String channel = row.getString("channel_down");
        return new Incident(
                row.getObject("incident_id", UUID.class),
                row.getLong("number"),
                IncidentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                new IncidentScope(
                        Arrays.stream((String[]) row.getArray("promise_kinds").getArray())
                                .map(PromiseKind::new)
                                .toList(),
                        row.getString("partner"),
                        row.getString("pickup_point"),
                        Sql.instantOrNull(row, "due_from"),
                        Sql.instantOrNull(row, "due_until")),
                new Incident.Opening(Sql.instant(row, "opened_at"), row.getString("opened_by")),
                new Incident.Effect(
                        channel == null ? null : Channel.valueOf(channel), row.getBoolean("holds_campaigns")),
                new Incident.Progress(
                        Sql.instantOrNull(row, "taken_at"),
                        row.getString("taken_by"),
                        Sql.instantOrNull(row, "next_update_at"),
                        Sql.instantOrNull(row, "resolved_at"),
                        Sql.instantOrNull(row, "closed_at"),
                        Sql.instantOrNull(row, "dismissed_at"),
                        row.getString("lessons")),
                new CallOut(
                        row.getInt("calls"),
                        Sql.instantOrNull(row, "last_call_at"),
                        row.getBoolean("last_call_failed"),
                        Sql.instantOrNull(row, "warned_at"),
                        Sql.instantOrNull(row, "missed_at")));
    }
}
