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
import io.orderjourney.sql.SqlArray;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** As {@link #UPDATE} for many rows: an array for each column. */
    static final String UPDATE_ALL = """
            update promise p set precision = c.precision, window_start_at = c.window_start_at, due_at = c.due_at,
                told = c.told, revision = c.revision, reason = c.reason, set_by = c.set_by,
                rescheduled_by_system = c.rescheduled_by_system, desk_reschedules = c.desk_reschedules,
                estimate_at = c.estimate_at, estimate_reason = c.estimate_reason,
                confirmed_revision = c.confirmed_revision, waiting_reason = c.waiting_reason,
                waiting_since = c.waiting_since, waiting_until = c.waiting_until, kept_at = c.kept_at,
                evidence = c.evidence, withdrawn_at = c.withdrawn_at
            from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bool[],
                ?::int[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::text[], ?::timestamptz[], ?::uuid[])
              as c (precision, window_start_at, due_at, told, revision, reason, set_by, rescheduled_by_system,
                desk_reschedules, estimate_at, estimate_reason, confirmed_revision, waiting_reason, waiting_since,
                waiting_until, kept_at, evidence, withdrawn_at, id)
            where p.id = c.id
            """;

    /** As {@link #INSERT} for many rows: an array for each column, and what a promise waits for as one text. */
    static final String INSERT_ALL = "insert into promise (" + COLUMNS + """
            ) select c.id, c.journey_id, c.customer_id, c.kind, c.desk, c.partner, c.owner, c.made_by, c.language,
              coalesce(string_to_array(nullif(c.waits_for, ''), ','), '{}'), c.made_at, c.first_promised_at, c.precision,
              c.window_start_at, c.due_at, c.told, c.revision, c.reason, c.set_by, c.rescheduled_by_system,
              c.desk_reschedules, c.estimate_at, c.estimate_reason, c.confirmed_revision, c.waiting_reason,
              c.waiting_since, c.waiting_until, c.kept_at, c.evidence, c.withdrawn_at
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                ?::int[], ?::text[], ?::text[], ?::bool[], ?::int[], ?::timestamptz[], ?::text[], ?::int[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::timestamptz[])
              with ordinality as c (""" + COLUMNS + """
            , nth)
            order by c.nth on conflict do nothing
            """;

    private static final String TEXT = "text";
    private static final String TIME = "timestamptz";
    private static final String NUMBER = "int4";
    private static final String ID = "uuid";

    /** The types of the columns that never change, in the order of {@link #COLUMNS}. */
    private static final List<String> FIXED_TYPES =
            List.of(ID, ID, ID, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TIME, TIME);

    /** The types of the columns that may change, in the order of {@link #COLUMNS}. */
    private static final List<String> CHANGING_TYPES = List.of(
            TEXT, TIME, TIME, TEXT, NUMBER, TEXT, TEXT, "bool", NUMBER, TIME, TEXT, NUMBER, TEXT, TIME, TIME, TIME,
            TEXT, TIME);

    private PromiseRow() {}

    /** The values of {@link #INSERT}. */
    static List<@Nullable Object> of(Promise promise, Connection connection) throws SQLException {
        List<@Nullable Object> values = fixed(
                promise,
                connection.createArrayOf(
                        TEXT,
                        promise.commitment().waitsFor().stream()
                                .map(PromiseKind::name)
                                .toArray()));
        values.addAll(changing(promise));
        return values;
    }

    private static List<@Nullable Object> fixed(Promise promise, Object waitsFor) {
        Commitment commitment = promise.commitment();
        return new ArrayList<>(Arrays.asList(
                promise.id(),
                commitment.journeyId(),
                commitment.customerId(),
                commitment.kind().name(),
                commitment.desk().name(),
                commitment.partner(),
                commitment.owner(),
                commitment.madeBy(),
                commitment.language(),
                waitsFor,
                at(commitment.madeAt()),
                at(commitment.firstPromisedAt())));
    }

    /** The values of {@link #INSERT_ALL}. */
    static Object[] allOf(Collection<Promise> promises) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Promise promise : promises) {
            String waitsFor = promise.waitsFor().stream().map(PromiseKind::name).collect(Collectors.joining(","));
            List<@Nullable Object> row = fixed(promise, waitsFor);
            row.addAll(changing(promise));
            rows.add(row);
        }
        return columns(rows, both(FIXED_TYPES, CHANGING_TYPES));
    }

    /** The values of {@link #UPDATE}. */
    static List<@Nullable Object> changeOf(Promise promise) {
        List<@Nullable Object> values = new ArrayList<>(changing(promise));
        values.add(promise.id());
        return values;
    }

    /** The values of {@link #UPDATE_ALL}. */
    static Object[] changesOf(Collection<Promise> promises) {
        return columns(promises.stream().map(PromiseRow::changeOf).toList(), both(CHANGING_TYPES, List.of(ID)));
    }

    private static List<String> both(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static Object[] columns(List<List<@Nullable Object>> rows, List<String> types) {
        Object[] columns = new Object[types.size()];
        for (int index = 0; index < columns.length; index++) {
            List<@Nullable Object> column = new ArrayList<>(rows.size());
            for (List<@Nullable Object> row : rows) {
                column.add(row.get(index));
            }
            columns[index] = SqlArray.of(types.get(index), column);
        }
        return columns;
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
