package io.orderjourney.promises.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Promises in the table {@code promise}; plain SQL, since the watch reads and writes them by the thousand. */
@ApplicationScoped
class JdbcPromises implements Promises {

    private static final String COLUMNS = """
            id, journey_id, customer_id, kind, desk, partner, owner, made_by, language, told, made_at, first_promised_at,
            precision, due_at, window_start_at, waits_for, revision, rescheduled_by_system, desk_reschedules, estimate_at,
            estimate_reason, confirmed_revision, kept_at, evidence, withdrawn_at
            """;

    private final DataSource database;

    JdbcPromises(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Promise> find(UUID id) {
        return query("where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Promise> findForChange(UUID id) {
        return query("where id = ? for update", id).stream().findFirst();
    }

    @Override
    public List<Promise> of(UUID journeyId) {
        return query("where journey_id = ? order by made_at, id", journeyId);
    }

    @Override
    public List<Promise> of(Collection<UUID> journeyIds) {
        return query(
                "where journey_id = any(?) order by journey_id, made_at, id", (Object) journeyIds.toArray(UUID[]::new));
    }

    @Override
    public List<Promise> ofForChange(Collection<UUID> journeyIds) {
        return query("where journey_id = any(?) order by journey_id, made_at, id for update", (Object)
                journeyIds.toArray(UUID[]::new));
    }

    @Override
    public Optional<Promise> open(UUID journeyId, PromiseKind kind) {
        return query(
                        "where journey_id = ? and kind = ? and kept_at is null and withdrawn_at is null"
                                + " order by made_at desc, id desc limit 1",
                        journeyId,
                        kind.name())
                .stream()
                .findFirst();
    }

    @Override
    public long openOf(Desk desk) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from promise where desk = ? and kept_at is null and withdrawn_at is null")) {
            count.setString(1, desk.name());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public boolean add(Promise promise) {
        String sql = "insert into promise (" + COLUMNS + ") values (" + "?, ".repeat(24) + "?) on conflict do nothing";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                    promise.id(),
                    promise.journeyId(),
                    promise.customerId(),
                    promise.kind().name(),
                    promise.desk().name(),
                    promise.partner(),
                    promise.owner(),
                    promise.madeBy(),
                    promise.language()));
            values.addAll(Arrays.asList(
                    promise.told(),
                    at(promise.madeAt()),
                    at(promise.firstPromisedAt()),
                    promise.precision().name(),
                    at(promise.dueAt()),
                    at(promise.windowStartAt()),
                    names(connection, promise.waitsFor())));
            values.addAll(changing(promise));
            bind(insert, values);
            return insert.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public void change(Promise promise) {
        String sql = """
                update promise set told = ?, due_at = ?, window_start_at = ?,
                    revision = ?, rescheduled_by_system = ?, desk_reschedules = ?, estimate_at = ?, estimate_reason = ?,
                    confirmed_revision = ?, kept_at = ?, evidence = ?, withdrawn_at = ?
                where id = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            List<@Nullable Object> values =
                    new ArrayList<>(Arrays.asList(promise.told(), at(promise.dueAt()), at(promise.windowStartAt())));
            values.addAll(changing(promise));
            values.add(promise.id());
            bind(update, values);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Promise " + promise.id() + " is not known here");
            }
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    private static List<@Nullable Object> changing(Promise promise) {
        Estimate estimate = promise.estimate();
        return Arrays.asList(
                promise.revision(),
                promise.rescheduledBySystem(),
                promise.deskReschedules(),
                estimate == null ? null : at(estimate.expectedAt()),
                estimate == null ? null : estimate.reason().name(),
                promise.confirmedRevision(),
                at(promise.keptAt()),
                promise.evidence(),
                at(promise.withdrawnAt()));
    }

    private List<Promise> query(String where, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + COLUMNS + " from promise " + where)) {
            bind(select, Arrays.asList(values));
            List<Promise> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, values.get(index));
        }
    }

    private static Promise read(ResultSet row) throws SQLException {
        Instant estimateAt = instantOrNull(row, "estimate_at");
        return new Promise(
                row.getObject("id", UUID.class),
                row.getObject("journey_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                new PromiseKind(row.getString("kind")),
                Desk.valueOf(row.getString("desk")),
                row.getString("partner"),
                row.getString("owner"),
                row.getString("made_by"),
                row.getString("language"),
                row.getString("told"),
                instant(row, "made_at"),
                instant(row, "first_promised_at"),
                Precision.valueOf(row.getString("precision")),
                instant(row, "due_at"),
                instantOrNull(row, "window_start_at"),
                kinds(row.getArray("waits_for")),
                row.getInt("revision"),
                row.getBoolean("rescheduled_by_system"),
                row.getInt("desk_reschedules"),
                estimateAt == null
                        ? null
                        : new Estimate(estimateAt, ReasonCode.valueOf(row.getString("estimate_reason"))),
                row.getInt("confirmed_revision"),
                instantOrNull(row, "kept_at"),
                row.getString("evidence"),
                instantOrNull(row, "withdrawn_at"));
    }

    private static Array names(Connection connection, List<PromiseKind> kinds) throws SQLException {
        return connection.createArrayOf(
                "text", kinds.stream().map(PromiseKind::name).toArray(String[]::new));
    }

    private static List<PromiseKind> kinds(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(PromiseKind::new).toList();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
