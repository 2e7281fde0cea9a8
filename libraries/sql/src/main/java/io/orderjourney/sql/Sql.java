package io.orderjourney.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL statements. Inside a JTA transaction each statement belongs to it; outside, each is a transaction of its own.
 *
 * <pre>{@code
 * sql.update("insert into call (id, made_at) values (?, ?)", id, now);
 * sql.query("select * from call where id = any(?)", row -> Sql.instant(row, "made_at"), SqlArray.uuids(ids));
 * }</pre>
 *
 * <p>A value is bound by its Java type: an {@link Instant} as timestamptz, an enum by its name, a {@link SqlArray} as an array.
 * Every method throws {@link StatementFailed} if the database refuses the statement or does not answer.
 */
public final class Sql {

    private final DataSource dataSource;

    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads the current row. */
    @FunctionalInterface
    public interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work that needs the connection itself. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** A statement failed. The cause keeps the SQLState, which says whether trying again can help. */
    public static final class StatementFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StatementFailed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The rows in the order of the query; none if it changes something and returns nothing. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                List<T> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(reader.read(row));
                    }
                }
                return rows;
            }
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /** The number in the first column of the only row, such as a count. */
    public long number(String sql, @Nullable Object... values) {
        return query(sql, row -> row.getLong(1), values).get(0);
    }

    /** Whether the only row says true. */
    public boolean isTrue(String sql, @Nullable Object... values) {
        return query(sql, row -> row.getBoolean(1), values).get(0);
    }

    /** Changes rows and returns how many. */
    public int update(String sql, @Nullable Object... values) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Runs work on one connection. */
    public <T extends @Nullable Object> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new StatementFailed(failed);
        }
    }

    /** A prepared statement with its values, on a connection that the caller keeps. */
    public static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < values.length; index++) {
                bind(connection, statement, index + 1, values[index]);
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof SqlArray array) {
            statement.setArray(index, connection.createArrayOf(array.elementType(), array.elements()));
        } else if (value instanceof Collection<?>) {
            throw new IllegalArgumentException("Say with SqlArray what the elements of the collection are");
        } else {
            statement.setObject(index, value);
        }
    }

    /** A timestamptz that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A timestamptz that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
