package io.orderjourney.credit.bank.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.testservers.Database;
import io.orderjourney.testservers.TestServers;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresBankLeaderLockTest {

    private final Database database =
            TestServers.freshDatabase("bank_turn_" + ProcessHandle.current().pid());
    private final PostgresBankLeaderLock one = new PostgresBankLeaderLock(new Plain(database));
    private final PostgresBankLeaderLock other = new PostgresBankLeaderLock(new Plain(database));

    @AfterEach
    void release_both() {
        one.release();
        other.release();
    }

    @Test
    void one_of_two_replicas_holds_the_lock_and_keeps_it() {
        assertThat(one.isHeld()).isTrue();
        assertThat(other.isHeld()).isFalse();
        assertThat(one.isHeld()).isTrue();
        assertThat(other.isHeld()).isFalse();
    }

    @Test
    void a_released_lock_can_be_taken() {
        assertThat(one.isHeld()).isTrue();
        one.release();
        assertThat(other.isHeld()).isTrue();
        assertThat(one.isHeld()).isFalse();
    }

    @Test
    void the_lock_dies_with_its_connection_and_its_holder_knows() throws SQLException {
        assertThat(one.isHeld()).isTrue();
        try (Connection operator = database.connect();
                Statement kill = operator.createStatement()) {
            kill.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }

        await().untilAsserted(() -> assertThat(other.isHeld()).isTrue());
        assertThat(one.isHeld()).isFalse();
    }

    /** Connections without a pool, as if each replica were a process of its own. */
    private record Plain(Database database) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err, true);
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // Nobody reads it.
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // The driver's own is fine.
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return type.isInstance(this);
        }
    }
}
