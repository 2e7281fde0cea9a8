package io.orderjourney.messaging.loops;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Two pools of connections to one database: one for people who wait for an answer, one for what the service does by itself. However
 * much is to be done in the background, and however many people ask, neither takes a connection that the other needs. A
 * transaction stays on its thread, and so in its pool.
 */
public final class SeparatePools implements DataSource {

    private final DataSource people;
    private final DataSource background;

    public SeparatePools(DataSource people, DataSource background) {
        this.people = people;
        this.background = background;
    }

    private DataSource ofThisThread() {
        return BackgroundThread.isCurrent() ? background : people;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ofThisThread().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return ofThisThread().getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return people.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        people.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pools have settings of their own");
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return people.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return people.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return ofThisThread().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return ofThisThread().isWrapperFor(type);
    }
}
