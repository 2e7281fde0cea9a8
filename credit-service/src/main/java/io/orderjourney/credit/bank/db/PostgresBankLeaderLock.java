package io.orderjourney.credit.bank.db;

import io.orderjourney.credit.bank.usecase.BankLeaderLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An advisory lock of PostgreSQL on a connection of its own: when the process or the connection dies, so does the lock. */
@ApplicationScoped
class PostgresBankLeaderLock implements BankLeaderLock {

    private static final Logger LOG = Logger.getLogger(PostgresBankLeaderLock.class);

    /** Any number that no other lock of this database uses; the letters of "bank". */
    private static final long LOCK = 0x62616e6bL;

    private final DataSource database;
    private @Nullable Connection holding;

    PostgresBankLeaderLock(DataSource database) {
        this.database = database;
    }

    @Override
    public synchronized boolean isHeld() {
        try {
            Connection held = holding;
            if (held != null && answers(held, "select true")) {
                return true;
            }
            holding = null;
            return take();
        } catch (SQLException lost) {
            LOG.infof("Lost the bank leader lock: %s", lost.getMessage());
            close(holding);
            holding = null;
            return false;
        }
    }

    private boolean take() throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try {
            taken = answers(connection, "select pg_try_advisory_lock(" + LOCK + ")");
            return taken;
        } finally {
            if (taken) {
                holding = connection;
            } else {
                close(connection);
            }
        }
    }

    @Override
    public synchronized void release() {
        Connection held = holding;
        if (held == null) {
            return;
        }
        try {
            answers(held, "select pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException gone) {
            LOG.debug("The lock went with its connection", gone);
        } finally {
            close(held);
            holding = null;
        }
    }

    private static boolean answers(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.debug("The connection was gone already", gone);
            }
        }
    }
}
