package io.orderjourney.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.rest.app.Parcels;
import io.orderjourney.rest.idempotency.IdempotentRequests;
import io.orderjourney.rest.idempotency.RequestKey;
import io.orderjourney.rest.idempotency.StoredResponse;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Work that had to give way to another transaction is done again; anything else that failed is not. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class DeadlockRetryTest {

    private static final Executor OWN_THREAD = task -> new Thread(task, "giving way").start();

    @Inject
    Parcels parcels;

    @Inject
    IdempotentRequests requests;

    @Inject
    DataSource database;

    private final String name = "parcel-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void whoever_loses_a_deadlock_is_served_all_the_same_and_acts_once() throws Exception {
        String first = addParcel("first of " + name);
        String second = addParcel("second of " + name);
        CountDownLatch requestHoldsFirst = new CountDownLatch(1);
        CountDownLatch otherWaits = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            // Whoever looks for the deadlock is the one to give way: not this one, within the time of a test.
            execute(other, "set local deadlock_timeout = '1min'");
            execute(other, lock(second));
            CompletableFuture<Void> otherDone = CompletableFuture.runAsync(
                    () -> {
                        await(requestHoldsFirst);
                        execute(other, lock(first));
                    },
                    OWN_THREAD);
            CompletableFuture<IdempotentRequests.Outcome> served = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return requests.run(RequestKey.of("shop", key, "POST", "/x", new byte[0]), () -> {
                                attempts.incrementAndGet();
                                addParcel(name);
                                execute(lock(first));
                                requestHoldsFirst.countDown();
                                await(otherWaits);
                                execute(lock(second));
                                return new StoredResponse(200, Map.of(), new byte[] {1});
                            });
                        } catch (Exception e) {
                            throw new CompletionException(e);
                        }
                    },
                    OWN_THREAD);
            awaitLockWaiter();
            otherWaits.countDown();
            otherDone.get(20, TimeUnit.SECONDS);
            other.commit();

            assertThat(served.get(20, TimeUnit.SECONDS).replayed()).isFalse();
        }
        assertThat(attempts).hasValue(2);
        assertThat(parcels.count(name)).as("what the loser did is gone").isEqualTo(1);
    }

    @Test
    void whoever_always_loses_is_told_after_three_attempts() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        RequestKey request = RequestKey.of("shop", key, "POST", "/x", new byte[0]);

        assertThatThrownBy(() -> requests.run(request, () -> {
                    attempts.incrementAndGet();
                    addParcel(name);
                    throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
                }))
                .hasRootCauseMessage("deadlock detected");

        assertThat(attempts).hasValue(3);
        assertThat(parcels.count(name)).isZero();
    }

    @Test
    void what_may_have_been_done_is_never_done_again_unasked() {
        AtomicInteger attempts = new AtomicInteger();
        RequestKey request = RequestKey.of("shop", key, "POST", "/x", new byte[0]);

        assertThatThrownBy(() -> requests.run(request, () -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException(new SQLException("connection lost", "08006"));
                }))
                .hasRootCauseMessage("connection lost");

        assertThat(attempts).hasValue(1);
    }

    private String addParcel(String called) throws SQLException {
        execute("insert into parcel (name, version) values ('" + called + "', 1)");
        return called;
    }

    private static String lock(String called) {
        return "update parcel set version = version + 1 where name = '" + called + "'";
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitLockWaiter() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                        > 0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
