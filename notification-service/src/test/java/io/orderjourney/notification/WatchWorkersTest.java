package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More is due at one instant than one batch of the watch takes: its workers share it. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class WatchWorkersTest {

    private static final int JOURNEYS = 2_000;
    private static final String OF_THE_CROWD = " join promise p using (journey_id) where p.made_by = 'crowd'";

    @Inject
    DataSource database;

    @Inject
    BusinessClock clock;

    @Test
    void each_of_many_journeys_that_are_due_at_once_is_acted_on_once() {
        ShopDay day = new ShopDay(clock);
        day.quiet();
        dueAtOnce(day.now());

        Awaitility.await()
                .atMost(ShopDay.PATIENCE)
                .until(() -> count("desk_task" + OF_THE_CROWD + " and task = 'REMINDER'") >= JOURNEYS);
        day.quiet();

        assertThat(count("desk_task" + OF_THE_CROWD)).isEqualTo(JOURNEYS);
        assertThat(count("journey_event" + OF_THE_CROWD + " and type = 'promises.promise-at-risk.v1'"))
                .isEqualTo(JOURNEYS);
        assertThat(count("escalation_reached r join promise p on p.id = r.promise_id where p.made_by = 'crowd'"
                        + " and r.acted_at is null"))
                .as("levels that were reached and not acted on")
                .isZero();
        assertThat(count("failing_journey" + OF_THE_CROWD)).isZero();
    }

    /** Other tests look at the same desks. */
    @AfterEach
    void leave() {
        Sql sql = new Sql(database);
        sql.update("delete from promise_timer t using promise p where p.id = t.promise_id and p.made_by = 'crowd'");
        sql.update("delete from desk_task t using promise p where p.id = t.promise_id and p.made_by = 'crowd'");
        sql.update("delete from promise where made_by = 'crowd'");
    }

    private long count(String from) {
        return new Sql(database).number("select count(*) from " + from);
    }

    /** Promises of a call whose reminder is due, each of a journey of its own. */
    private void dueAtOnce(Instant now) {
        Sql sql = new Sql(database);
        Instant dueAt = now.plus(Duration.ofMinutes(105));
        sql.update("""
                insert into promise (id, journey_id, customer_id, kind, desk, owner, made_by, language, told, made_at,
                  first_promised_at, precision, due_at, waits_for, revision, rescheduled_by_system, desk_reschedules,
                  confirmed_revision)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CONFIRMATION_CALL', 'SALES', 'other',
                  'crowd', 'en', 'told', ?, ?, 'BY_TIME', ?, '{}', 0, false, 0, -1
                from generate_series(1, ?)
                """, now.minus(Duration.ofHours(2)), dueAt, dueAt, JOURNEYS);
        sql.update("""
                insert into promise_timer (shard, fire_at, promise_id, level, revision, journey_id)
                select abs(hashtext(journey_id::text)) % 32, ?, id, 1, 0, journey_id from promise where made_by = 'crowd'
                """, now.minusSeconds(1));
    }
}
