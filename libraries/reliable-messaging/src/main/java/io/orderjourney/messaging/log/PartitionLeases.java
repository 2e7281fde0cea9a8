package io.orderjourney.messaging.log;

import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.messaging.loops.BackgroundLoop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Which partitions of the outbox this replica publishes. The replicas share them by session advisory locks, each on a
 * connection of its own: PostgreSQL frees the locks when a process dies, so no lease depends on a clock. A lease saves work;
 * correctness does not depend on it, since an event that two relays publish has the same id. The same connection listens for
 * the wake-ups of other replicas.
 */
final class PartitionLeases {

    static final String CHANNEL = "journey_outbox";

    private static final Logger LOG = Logger.getLogger(PartitionLeases.class);
    private static final int PARTITION_LOCKS = 0x4A4C_414E;
    private static final int MEMBER_LOCK = 0x4A4D_454D;
    private static final String LOCKS_HELD = "select classid::bigint, objid::bigint from pg_locks"
            + " where locktype = 'advisory' and granted and classid in (?, ?)"
            + " and database = (select oid from pg_database where datname = current_database())";
    private static final int LISTEN_MILLIS = 250;
    private static final Duration REBALANCE_EVERY = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final RelayWakeUp wakeUp;
    private final BackgroundLoop loop = new BackgroundLoop("partition-leases", this::round, this::leave);
    private final ReadWriteLock passes = new ReentrantReadWriteLock(true);
    private volatile int held;
    private @Nullable Connection joined;
    private long rebalancedAt;

    PartitionLeases(DataSource dataSource, RelayWakeUp wakeUp) {
        this.dataSource = dataSource;
        this.wakeUp = wakeUp;
    }

    /** Runs one pass of the relay on the partitions held now; none of them is given away before the pass has ended. */
    <T> T pass(IntFunction<T> work) {
        passes.readLock().lock();
        try {
            return work.apply(held);
        } finally {
            passes.readLock().unlock();
        }
    }

    int held() {
        return held;
    }

    BackgroundLoop loop() {
        return loop;
    }

    private void round() throws SQLException {
        Connection connection = joined == null ? join() : joined;
        if (System.nanoTime() - rebalancedAt >= REBALANCE_EVERY.toNanos()) {
            rebalance(connection);
            rebalancedAt = System.nanoTime();
        }
        PGNotification[] notified = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        wake(notified == null ? new PGNotification[0] : notified);
    }

    private Connection join() throws SQLException {
        Connection connection = dataSource.getConnection();
        joined = connection;
        execute(connection, "select pg_advisory_lock_shared(" + MEMBER_LOCK + ", 0)");
        execute(connection, "listen " + CHANNEL);
        rebalancedAt = System.nanoTime() - REBALANCE_EVERY.toNanos();
        return connection;
    }

    /** The connection goes back to a pool, where it would keep its locks. */
    private void leave() {
        held = 0;
        Connection left = joined;
        joined = null;
        if (left == null) {
            return;
        }
        try (left) {
            execute(left, "select pg_advisory_unlock_all(); unlisten *");
        } catch (SQLException lost) {
            LOG.debugf("PostgreSQL freed the partition leases with their connection: %s", lost.getMessage());
        }
    }

    /** Each replica wants an equal share, rounded up; what nobody holds is taken, what is too much is let go. */
    private void rebalance(Connection connection) throws SQLException {
        int replicas = 0;
        int taken = 0;
        try (PreparedStatement statement = connection.prepareStatement(LOCKS_HELD)) {
            statement.setInt(1, MEMBER_LOCK);
            statement.setInt(2, PARTITION_LOCKS);
            try (ResultSet lock = statement.executeQuery()) {
                while (lock.next()) {
                    boolean member = lock.getLong(1) == MEMBER_LOCK;
                    replicas += member ? 1 : 0;
                    taken |= member ? 0 : 1 << lock.getInt(2);
                }
            }
        }
        int share = (RelayWakeUp.PARTITIONS + replicas - 1) / Math.max(1, replicas);
        for (int partition = 0; partition < RelayWakeUp.PARTITIONS; partition++) {
            int bit = 1 << partition;
            if ((held & bit) != 0 && Integer.bitCount(held) > share) {
                release(connection, partition);
            } else if ((taken & bit) == 0 && Integer.bitCount(held) < share && tryAcquire(connection, partition)) {
                held |= bit;
                wakeUp.wake(bit);
            }
        }
    }

    private void release(Connection connection, int partition) throws SQLException {
        held &= ~(1 << partition);
        waitForRunningPass();
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock(?, ?)")) {
            statement.setInt(1, PARTITION_LOCKS);
            statement.setInt(2, partition);
            statement.execute();
        }
    }

    private void waitForRunningPass() {
        try {
            if (passes.writeLock().tryLock(10, TimeUnit.SECONDS)) {
                passes.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean tryAcquire(Connection connection, int partition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, PARTITION_LOCKS);
            statement.setInt(2, partition);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Only own partitions: news about others' partitions must not be announced again, or it would go round for ever. */
    private void wake(PGNotification[] notified) {
        int partitions = 0;
        for (PGNotification one : notified) {
            try {
                partitions |= Integer.parseInt(one.getParameter());
            } catch (NumberFormatException e) {
                partitions |= RelayWakeUp.ALL_PARTITIONS;
            }
        }
        wakeUp.wake(partitions & held);
    }
}
