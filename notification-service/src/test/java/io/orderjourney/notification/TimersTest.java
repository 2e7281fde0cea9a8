package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.notification.watch.usecase.WatchHandler;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Thousands of timers at one instant, and several who fire them. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class TimersTest {

    private static final int MANY = 5_000;

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @Inject
    WatchHandler handler;

    @Test
    void timers_due_at_one_instant_fire_once_each_and_never_early() throws Exception {
        ShopDay day = new ShopDay(clock);
        day.quiet();
        String batch = UUID.randomUUID().toString();
        Instant reminderAt = day.now().plus(Duration.ofHours(2));
        promises(batch, day.now(), reminderAt.plus(Duration.ofMinutes(105)));
        timers(batch, reminderAt);
        ((SettableClock) clock).advanceTo(reminderAt.minus(Duration.ofMinutes(1)));
        assertThat(count(
                        "select count(*) from escalation_reached r join promise p on p.id = r.promise_id where p.evidence = ?",
                        batch))
                .isZero();

        ((SettableClock) clock).advanceTo(reminderAt);
        ExecutorService replicas = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < 3; i++) {
                replicas.submit(() -> {
                    while (handler.fireTimers() + handler.reassessJourneys(100) > 0) {
                        Thread.onSpinWait();
                    }
                });
            }
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> count(
                                    "select count(*) from desk_task t join promise p on p.id = t.promise_id"
                                            + " where p.evidence = ? and t.task = 'REMINDER'",
                                    batch)
                            == MANY);
        } finally {
            replicas.shutdown();
        }

        assertThat(count(
                        "select count(*) from journey_event e join promise p on p.journey_id = e.journey_id"
                                + " where p.evidence = ? and e.type = 'promises.promise-at-risk.v1'",
                        batch))
                .isEqualTo(MANY);
        assertThat(count(
                        "select count(*) from escalation_reached r join promise p on p.id = r.promise_id"
                                + " where p.evidence = ? and r.reached_at < p.due_at - interval '105 minutes'",
                        batch))
                .isZero();
        assertThat(count(
                        "select count(*) from promise_timer t join promise p on p.id = t.promise_id"
                                + " where p.evidence = ? and t.level = 1",
                        batch))
                .isZero();
        withdraw(batch);
    }

    /** A text on open promises marks the batch. */
    private void promises(String batch, Instant madeAt, Instant dueAt) throws SQLException {
        update(
                """
                insert into promise (id, journey_id, customer_id, kind, desk, owner, made_by, language, told, made_at,
                  first_promised_at, precision, due_at, waits_for, revision, rescheduled_by_system, desk_reschedules, confirmed_revision,
                  evidence)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CONFIRMATION_CALL', 'SALES', 'other',
                  'policy', 'en', 'told', ?, ?, 'BY_TIME', ?, '{}', 0, false, 0, -1, ?
                from generate_series(1, %d)
                """.formatted(MANY),
                madeAt.atOffset(ZoneOffset.UTC),
                dueAt.atOffset(ZoneOffset.UTC),
                dueAt.atOffset(ZoneOffset.UTC),
                batch);
    }

    private void timers(String batch, Instant reminderAt) throws SQLException {
        update("""
                insert into promise_watch (promise_id, scheduled_revision, predicted_revision, closed_revision,
                  announced_revision, confirmed_revision)
                select id, 0, -1, 0, 0, 0 from promise where evidence = ?
                """, batch);
        update("""
                insert into promise_timer (shard, fire_at, promise_id, level, revision, journey_id)
                select abs(hashtext(journey_id::text)) % 32, ?, id, 1, 0, journey_id from promise where evidence = ?
                """, reminderAt.atOffset(ZoneOffset.UTC), batch);
    }

    private void withdraw(String batch) throws SQLException {
        update("update promise set withdrawn_at = made_at where evidence = ?", batch);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }

    private long count(String sql, String batch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, batch);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
