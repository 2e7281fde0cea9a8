package io.orderjourney.testservers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, which counts the statements that each thread runs: so a test can say how many an operation may cost. A
 * service takes it with {@code quarkus.datasource.jdbc.driver} in the settings of its tests.
 */
public final class CountingDriver implements Driver {

    private static final ThreadLocal<Long> STATEMENTS = ThreadLocal.withInitial(() -> 0L);

    private final Driver driver = new org.postgresql.Driver();

    /** How many statements this thread ran while it did this work. */
    public static long statementsOf(Runnable work) {
        long before = STATEMENTS.get();
        work.run();
        return STATEMENTS.get() - before;
    }

    @Override
    public @Nullable Connection connect(String url, Properties settings) throws SQLException {
        Connection connection = driver.connect(url, settings);
        return connection == null ? null : counting(Connection.class, connection);
    }

    /** Passes everything on; a statement that it hands out counts too. */
    private static <T> T counting(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (target instanceof Statement && method.getName().startsWith("execute")) {
                        STATEMENTS.set(STATEMENTS.get() + 1);
                    }
                    Object answer = pass(target, method, values);
                    if (answer instanceof PreparedStatement statement && target instanceof Connection) {
                        return counting(PreparedStatement.class, statement);
                    }
                    return answer instanceof Statement statement && target instanceof Connection
                            ? counting(Statement.class, statement)
                            : answer;
                }));
    }

    private static @Nullable Object pass(Object target, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) throws SQLException {
        return driver.getPropertyInfo(url, settings);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }
}
