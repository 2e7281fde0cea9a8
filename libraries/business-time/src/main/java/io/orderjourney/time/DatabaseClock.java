package io.orderjourney.time;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database's time, so that all replicas of a service agree without trusting their machines' clocks.
 *
 * <p>A daemon thread asks PostgreSQL every 30 seconds, takes the quickest of a few answers and assumes that it was given in the middle of
 * its round trip: the error is at most half a round trip. Between questions the time runs on the machine's steady timer, which no
 * administrator can set; asking this clock never touches the database. While the database is away, the last measurement stays in force.
 *
 * <p>The clock does not go back: after a measurement behind what was already told, it stands still until time has caught up. Only if the
 * database's own clock was set back by more than {@link #STAND_STILL_MAX} does it follow, because a clock that stands still for longer is
 * the greater evil.
 */
public final class DatabaseClock implements BusinessClock, AutoCloseable {

    /** How far the database's time may fall behind what was told before this clock steps back to it. */
    public static final Duration STAND_STILL_MAX = Duration.ofMinutes(1);

    static final Duration REFRESH_INTERVAL = Duration.ofSeconds(30);
    private static final Duration FIRST_ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int SAMPLE_COUNT = 3;
    private static final int QUERY_TIMEOUT_SECONDS = 5;
    private static final System.Logger LOG = System.getLogger(DatabaseClock.class.getName());

    /** The database's time in milliseconds when the machine's steady timer showed the given nanoseconds. */
    private record Measurement(long databaseMillis, long steadyNanos, long roundTripNanos) {
        long millisAt(long nanos) {
            return databaseMillis + Math.floorDiv(nanos - steadyNanos, 1_000_000L);
        }
    }

    private final DataSource dataSource;
    private final LongSupplier steadyNanos;
    private final AtomicLong lastToldMillis = new AtomicLong(Long.MIN_VALUE);
    private volatile Measurement measurement;
    private final Thread refresher;

    /**
     * Measures the database's time for the first time.
     *
     * @throws IllegalStateException if the database does not answer: without it nobody knows what time it is
     */
    public DatabaseClock(DataSource dataSource) {
        this(dataSource, System::nanoTime, REFRESH_INTERVAL);
    }

    DatabaseClock(DataSource dataSource, LongSupplier steadyNanos, Duration refreshInterval) {
        this.dataSource = dataSource;
        this.steadyNanos = steadyNanos;
        CompletableFuture<Measurement> first = new CompletableFuture<>();
        // Even the first question is asked on the own thread: the caller's may be inside a transaction that must not
        // see this connection.
        this.refresher = new Thread(() -> refreshForever(first, refreshInterval), "database-clock");
        refresher.setDaemon(true);
        refresher.start();
        this.measurement = await(first);
    }

    private Measurement await(CompletableFuture<Measurement> first) {
        try {
            return first.get(FIRST_ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The database does not tell the time", e.getCause());
        } catch (TimeoutException e) {
            refresher.interrupt();
            throw new IllegalStateException("The database did not tell the time within " + FIRST_ANSWER_TIMEOUT, e);
        } catch (InterruptedException e) {
            refresher.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database's time", e);
        }
    }

    @Override
    public long millis() {
        long now = measurement.millisAt(steadyNanos.getAsLong());
        while (true) {
            long told = lastToldMillis.get();
            if (now < told && told - now <= STAND_STILL_MAX.toMillis()) {
                return told;
            }
            if (now == told || lastToldMillis.compareAndSet(told, now)) {
                return now;
            }
        }
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /** Stops asking the database; the clock goes on from the last measurement. */
    @Override
    public void close() {
        refresher.interrupt();
    }

    private void refreshForever(CompletableFuture<Measurement> first, Duration interval) {
        boolean away = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Measurement newest = measure();
                if (!first.complete(newest)) {
                    measurement = newest;
                }
                if (away) {
                    LOG.log(System.Logger.Level.INFO, "The database tells the time again");
                }
                away = false;
            } catch (SQLException | RuntimeException e) {
                if (first.completeExceptionally(e)) {
                    return;
                }
                if (!away) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "The database does not tell the time; going on from its last answer",
                            e);
                }
                away = true;
            }
            try {
                Thread.sleep(interval.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Measurement measure() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            @Nullable Measurement quickest = null;
            for (int i = 0; i < SAMPLE_COUNT; i++) {
                Measurement sample = sample(statement);
                if (quickest == null || sample.roundTripNanos() < quickest.roundTripNanos()) {
                    quickest = sample;
                }
            }
            if (quickest == null) {
                throw new IllegalStateException("No sample was taken");
            }
            return quickest;
        }
    }

    private Measurement sample(Statement statement) throws SQLException {
        long before = steadyNanos.getAsLong();
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            if (!row.next()) {
                throw new SQLException("select clock_timestamp() answered no row");
            }
            Instant answer = row.getObject(1, OffsetDateTime.class).toInstant();
            long roundTrip = steadyNanos.getAsLong() - before;
            return new Measurement(answer.toEpochMilli(), before + roundTrip / 2, roundTrip);
        }
    }
}
