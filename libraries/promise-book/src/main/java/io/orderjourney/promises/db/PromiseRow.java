package io.orderjourney.promises.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Ending;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a promise stands in its row of the table {@code promise}, and how it is read back: the one mapping of both. */
final class PromiseRow {

    static final String COLUMNS = """
            id, journey_id, customer_id, kind, desk, partner, owner, made_by, language, waits_for, made_at,
            first_promised_at, precision, window_start_at, due_at, told, revision, reason, set_by,
            rescheduled_by_system, desk_reschedules, estimate_at, estimate_reason, confirmed_revision, waiting_reason,
            waiting_since, waiting_until, kept_at, evidence, withdrawn_at
            """;

    static final String INSERT =
            "insert into promise (" + COLUMNS + ") values (" + "?, ".repeat(29) + "?) on conflict do nothing";

    static final String UPDATE = """
            update promise set precision = ?, window_start_at = ?, due_at = ?, told = ?, revision = ?, reason = ?, set_by = ?,
                rescheduled_by_system = ?, desk_reschedules = ?, estimate_at = ?, estimate_reason = ?,
                confirmed_revision = ?, waiting_reason = ?, waiting_since = ?, waiting_until = ?, kept_at = ?,
                evidence = ?, withdrawn_at = ?
            where id = ?
            """;

    private PromiseRow() {}

    /** The values of {@link #INSERT}. */
    static List<@Nullable Object> of(Promise promise, Connection connection) throws SQLException {
        Commitment commitment = promise.commitment();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                promise.id(),
                commitment.journeyId(),
                commitment.customerId(),
                commitment.kind().name(),
                commitment.desk().name(),
                commitment.partner(),
                commitment.owner(),
                commitment.madeBy(),
                commitment.language(),
                connection.createArrayOf(
                        "text",
                        commitment.waitsFor().stream().map(PromiseKind::name).toArray()),
                at(commitment.madeAt()),
                at(commitment.firstPromisedAt())));
        values.addAll(changing(promise));
        return values;
    }

    /** The values of {@link #UPDATE}. */
    static List<@Nullable Object> changeOf(Promise promise) {
        List<@Nullable Object> values = new ArrayList<>(changing(promise));
        values.add(promise.id());
        return values;
    }

    private static List<@Nullable Object> changing(Promise promise) {
        PromisedDate date = promise.date();
        Estimate estimate = promise.estimate();
        CustomerTurn turn = promise.turn();
        return Arrays.asList(
                date.precision().name(),
                at(date.windowStartAt()),
                at(date.dueAt()),
                date.told(),
                date.revision(),
                name(date.reason()),
                date.setBy(),
                date.bySystem(),
                date.deskReschedules(),
                estimate == null ? null : at(estimate.expectedAt()),
                estimate == null ? null : estimate.reason().name(),
                promise.confirmedRevision(),
                turn == null ? null : turn.reason().name(),
                turn == null ? null : at(turn.sinceAt()),
                turn == null ? null : at(turn.untilAt()),
                at(promise.keptAt()),
                promise.evidence(),
                at(promise.withdrawnAt()));
    }

    /** The promise in a row that has {@link #COLUMNS}. */
    static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                row.getObject("id", UUID.class),
                commitment(row),
                date(row),
                estimate(row),
                row.getInt("confirmed_revision"),
                turn(row),
                ending(row));
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                row.getObject("journey_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                new PromiseKind(row.getString("kind")),
                Desk.valueOf(row.getString("desk")),
                row.getString("partner"),
                row.getString("owner"),
                row.getString("made_by"),
                row.getString("language"),
                kinds(row.getArray("waits_for")),
                instant(row, "made_at"),
                instant(row, "first_promised_at"));
    }

    private static PromisedDate date(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String setBy = row.getString("set_by");
        return new PromisedDate(
                Precision.valueOf(row.getString("precision")),
                instantOrNull(row, "window_start_at"),
                instant(row, "due_at"),
                row.getString("told"),
                row.getInt("revision"),
                reason == null ? null : ReasonCode.valueOf(reason),
                setBy == null ? row.getString("made_by") : setBy,
                row.getBoolean("rescheduled_by_system"),
                row.getInt("desk_reschedules"));
    }

    private static @Nullable Estimate estimate(ResultSet row) throws SQLException {
        Instant expectedAt = instantOrNull(row, "estimate_at");
        return expectedAt == null
                ? null
                : new Estimate(expectedAt, ReasonCode.valueOf(row.getString("estimate_reason")));
    }

    private static @Nullable CustomerTurn turn(ResultSet row) throws SQLException {
        String reason = row.getString("waiting_reason");
        return reason == null
                ? null
                : new CustomerTurn(
                        WaitingReason.valueOf(reason), instant(row, "waiting_since"), instant(row, "waiting_until"));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        Instant keptAt = instantOrNull(row, "kept_at");
        if (keptAt != null) {
            return new Ending.Kept(keptAt, row.getString("evidence"));
        }
        Instant withdrawnAt = instantOrNull(row, "withdrawn_at");
        return withdrawnAt == null ? null : new Ending.Withdrawn(withdrawnAt);
    }

    private static List<PromiseKind> kinds(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(PromiseKind::new).toList();
    }

    private static @Nullable String name(@Nullable ReasonCode reason) {
        return reason == null ? null : reason.name();
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
