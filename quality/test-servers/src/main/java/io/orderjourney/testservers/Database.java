package io.orderjourney.testservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach one database of the tests' PostgreSQL server. */
public record Database(String jdbcUrl, String user, String password) {

    /** A new connection outside any pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
