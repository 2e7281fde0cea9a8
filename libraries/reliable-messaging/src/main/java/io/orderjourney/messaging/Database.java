package io.orderjourney.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source without checked exceptions; inside a JTA transaction every statement belongs to it. */
public final class Database {

    /** A statement failed; the cause keeps the SQLState, which decides whether trying again can help. */
    public static final class StatementFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StatementFailed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    public interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    public <T extends @Nullable Object> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    public int update(String sql, Binding binding) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                return statement.executeUpdate();
            }
        });
    }

    public <T> List<T> query(String sql, Binding binding, Row<T> row) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                try (ResultSet found = statement.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    while (found.next()) {
                        rows.add(row.read(found));
                    }
                    return rows;
                }
            }
        });
    }

    public long count(String sql) {
        return query(sql, statement -> {}, row -> row.getLong(1)).get(0);
    }

    public static void bindArray(PreparedStatement statement, int index, String sqlType, Collection<?> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(sqlType, values.toArray()));
    }

    public static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
