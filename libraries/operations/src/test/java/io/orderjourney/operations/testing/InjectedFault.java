package io.orderjourney.operations.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** A fault of a service as its consumers meet it: one table refuses the rows of one journey, until the fault is mended. */
public final class InjectedFault implements AutoCloseable {

    private final DataSource database;
    private final String table;

    private InjectedFault(DataSource database, String table) {
        this.database = database;
        this.table = table;
    }

    /** From now on no row of this journey can be written there. */
    public static InjectedFault in(DataSource database, String table, String column, UUID journey) throws SQLException {
        execute(
                database,
                "alter table %s add constraint planted_fault check (%s <> '%s') not valid"
                        .formatted(table, column, journey));
        return new InjectedFault(database, table);
    }

    /** Mends it. */
    @Override
    public void close() throws SQLException {
        execute(database, "alter table %s drop constraint planted_fault".formatted(table));
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
