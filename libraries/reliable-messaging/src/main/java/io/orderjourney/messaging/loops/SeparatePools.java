package io.orderjourney.messaging.loops;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Two pools of connections to one database: one for people who wait for an answer, one for what the service does by itself. However
 * much is to be done in the background, and however many people ask, neither takes a connection that the other needs. A
 * transaction stays on its thread, and so in its pool.
 *
 * <p>What is asked about the pool itself is answered for the pool of the asking thread; what is done to it is done to both.
 */
public final class SeparatePools implements AgroalDataSource {

    private static final long serialVersionUID = 1L;

    private final AgroalDataSource people;
    private final AgroalDataSource background;

    public SeparatePools(AgroalDataSource people, AgroalDataSource background) {
        this.people = people;
        this.background = background;
    }

    private AgroalDataSource ofThisThread() {
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
    public AgroalDataSourceConfiguration getConfiguration() {
        return ofThisThread().getConfiguration();
    }

    @Override
    public AgroalDataSourceMetrics getMetrics() {
        return ofThisThread().getMetrics();
    }

    @Override
    public void flush(FlushMode mode) {
        people.flush(mode);
        background.flush(mode);
    }

    @Override
    public void setPoolInterceptors(Collection<? extends AgroalPoolInterceptor> interceptors) {
        people.setPoolInterceptors(interceptors);
        background.setPoolInterceptors(interceptors);
    }

    @Override
    public List<AgroalPoolInterceptor> getPoolInterceptors() {
        return ofThisThread().getPoolInterceptors();
    }

    @Override
    public boolean isHealthy(boolean newConnection) throws SQLException {
        return people.isHealthy(newConnection) && background.isHealthy(newConnection);
    }

    @Override
    public void close() {
        people.close();
        background.close();
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
