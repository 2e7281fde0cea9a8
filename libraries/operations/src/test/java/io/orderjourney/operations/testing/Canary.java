package io.orderjourney.operations.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Looks for a text that only one customer has in every row of every table of a database, as text and as bytes: whatever table is
 * added is looked at too.
 */
public final class Canary {

    private static final String TABLES = """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
            """;

    private Canary() {}

    /** The tables in which one of these texts stands, with how many rows of it. */
    public static List<String> found(DataSource database, String... texts) throws SQLException {
        List<String> found = new ArrayList<>();
        String[] patterns = Stream.of(texts)
                .flatMap(text -> Stream.of(text, hex(text)))
                .map(text -> "%" + text + "%")
                .toArray(String[]::new);
        try (Connection connection = database.getConnection();
                Statement patience = connection.createStatement()) {
            connection.setAutoCommit(false);
            // All that the tests before have left takes longer to read than a request may last.
            patience.execute("set local transaction_timeout = 0");
            for (String table : tables(connection)) {
                try (PreparedStatement count = connection.prepareStatement(
                        "select count(*) from " + table + " as line where line::text ilike any (?)")) {
                    count.setArray(1, connection.createArrayOf("text", patterns));
                    ResultSet rows = count.executeQuery();
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table + ": " + rows.getLong(1));
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** How PostgreSQL shows bytes. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
