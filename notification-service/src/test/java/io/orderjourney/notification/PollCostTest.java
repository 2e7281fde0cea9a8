package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Promises;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What a poll reads does not depend on what waits behind it. The backlog is made in a transaction that is rolled back, and the
 * database counts the rows that this transaction reads and changes: no clock, and nobody else's rows.
 */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PollCostTest {

    private static final int FEW = 1_000;

    /** A million in the nightly run. */
    private static final int MANY = Integer.getInteger("poll.rows", 5_000);

    /** No statement runs so long that its connection gives up. */
    private static final int AT_ONCE = 50_000;

    /** Rows that other tests left on the way differ from run to run, in hundreds; reading what waits costs thousands. */
    private static final int LEFT_BY_OTHERS = 400;

    private static final int SECONDS_MAX = 1_800;
    private static final int BATCH = 100;

    /** Due by now for long, whatever day it is. */
    private static final String LONG_AGO = "timestamptz '2020-01-01' + n * interval '1 second'";

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @Inject
    Timers timers;

    @Inject
    WatchQueue queue;

    @Inject
    Deliveries deliveries;

    @Inject
    Notices notices;

    @Inject
    Promises promises;

    @Test
    void firing_timers_reads_what_it_fires_and_not_what_is_overdue() {
        readsTheSame(
                "insert into promise_timer (shard, fire_at, promise_id, level, revision, journey_id)"
                        + " select n %% 32, " + LONG_AGO + ", id, 7, 0, id from "
                        + "(select n, gen_random_uuid() as id from generate_series(1, %d) n) numbers",
                "promise_timer",
                this::fireWhatIsOverdue);
    }

    /** The watch may have looked a moment ago, and knows that nothing was overdue then; what is added now tells it otherwise. */
    private long fireWhatIsOverdue() {
        while (true) {
            timers.reassessAt(UUID.randomUUID(), Instant.parse("2019-01-01T00:00:00Z"));
            long before = touched();
            if (timers.fire(clock.instant(), BATCH) > 0) {
                return touched() - before;
            }
        }
    }

    @Test
    void the_time_of_the_next_timer_is_one_probe_of_each_shard() {
        costsTheSame(
                "insert into promise_timer (shard, fire_at, promise_id, level, revision, journey_id)"
                        + " select n %% 32, " + LONG_AGO + ", gen_random_uuid(), 7, 0, gen_random_uuid() from"
                        + " generate_series(1, %d) n",
                "promise_timer",
                () -> timers.nextFireAt());
    }

    @Test
    void taking_journeys_reads_the_head_of_the_queue() {
        costsTheSame(
                "insert into watch_queue (journey_id, urgency) select gen_random_uuid(), 1 from generate_series(1, %d)",
                "watch_queue", () -> queue.take(BATCH));
    }

    @Test
    void what_time_has_reached_is_taken_before_what_happened_and_that_before_a_sweep() {
        List<UUID> journeys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        undone(() -> {
            for (int urgency = 2; urgency >= 0; urgency--) {
                sql().update(
                                "insert into watch_queue (journey_id, urgency, position) overriding system value values (?, ?, ?)",
                                journeys.get(urgency),
                                urgency,
                                -urgency);
            }
            List<UUID> taken = List.copyOf(queue.waiting(3));
            assertThat(queue.take(1)).containsExactly(journeys.get(0));
            assertThat(taken).contains(journeys.get(0));
            assertThat(queue.take(1)).containsExactly(journeys.get(1));
            return 0L;
        });
    }

    @Test
    void a_change_of_policy_is_as_short_with_many_open_promises_and_its_sweep_goes_in_slices() {
        costsTheSame(OPEN_PROMISES, "promise", () -> queue.beginSweep());
        costsTheSame(OPEN_PROMISES, "promise", () -> {
            queue.beginSweep();
            assertThat(queue.sweep(BATCH)).isEqualTo(BATCH);
        });
    }

    @Test
    void a_sweep_ends_when_every_open_promise_was_queued() {
        undone(() -> {
            sql().update(OPEN_PROMISES.formatted(FEW));
            queue.beginSweep();
            long before = sql().number("select count(*) from watch_queue where urgency = 2");
            long swept = 0;
            for (int slice = queue.sweep(BATCH); slice > 0; slice = queue.sweep(BATCH)) {
                swept += slice;
            }
            assertThat(queue.isSweeping()).isFalse();
            assertThat(swept)
                    .isEqualTo(sql().number(
                                    "select count(*) from promise where kept_at is null and withdrawn_at is null"));
            assertThat(sql().number("select count(*) from watch_queue where urgency = 2") - before)
                    .isGreaterThanOrEqualTo(FEW);
            return 0L;
        });
    }

    @Test
    void senders_read_what_they_claim_and_not_what_waits() {
        costsTheSame(
                DELIVERIES,
                "delivery",
                () -> deliveries.claim(Channel.EMAIL, clock.instant(), Duration.ofMinutes(1), 4));
        costsTheSame(DELIVERIES, "delivery", () -> deliveries.nextAt());
    }

    @Test
    void messages_that_are_due_are_read_by_the_batch() {
        costsTheSame(NOTICES, "notice, watched_journey, customer_contact", () -> notices.due(clock.instant(), BATCH));
        costsTheSame(NOTICES, "notice, watched_journey, customer_contact", () -> notices.nextAt());
    }

    /** Asked with every date that is promised; a desk that no other test asks for, because the answer is kept for a second. */
    @Test
    void the_load_of_a_desk_is_a_bounded_stretch_of_an_index() {
        long read = undone(() -> {
            sql().update(OPEN_PROMISES.formatted(Math.min(MANY, AT_ONCE)));
            sql().update("analyze promise");
            return rowsTouched(() -> promises.load(Desk.MANAGEMENT));
        });

        assertThat(read).isLessThanOrEqualTo(DeskLoad.COUNTED_MAX + 10);
    }

    private static final String OPEN_PROMISES = """
            insert into promise (id, journey_id, customer_id, kind, desk, owner, made_by, language, told, made_at,
              first_promised_at, precision, due_at, waits_for, revision, rescheduled_by_system, desk_reschedules,
              confirmed_revision)
            select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CONFIRMATION_CALL', 'MANAGEMENT', 'other',
              'policy', 'en', 'told', %1$s, %1$s, 'BY_TIME', %1$s, '{}', 0, false, 0, -1
            from generate_series(1, %%1$d) n
            """.formatted(LONG_AGO);

    private static final String NOTICES = """
            with journeys as (
              select n, gen_random_uuid() as id from generate_series(1, %1$d) n
            ), contacts as (
              insert into customer_contact (customer_id, name, language, preferred_channel)
              select id, 'Jan', 'en', 'EMAIL' from journeys
            ), watched as (
              insert into watched_journey (journey_id, order_number, customer_id, language, payment, pickup_point, opened_at)
              select id, 'P-' || n, id, 'en', 'ON_PICKUP', 'WAW-01', now() from journeys
            )
            insert into notice (notice_id, journey_id, state, planned_at, send_after)
            select id, id, 'PLANNED', now(), timestamptz '2020-01-01' + n * interval '1 second' from journeys
            """;

    private static final String DELIVERIES = """
            with notices as (
              insert into notice (notice_id, journey_id, state, planned_at, send_after)
              select gen_random_uuid(), gen_random_uuid(), 'LEFT', now(), now() from generate_series(1, %1$d)
              returning notice_id
            )
            insert into delivery (notice_id, channel, state, attempts, try_after)
            select notice_id, 'EMAIL', 'PLANNED', 0, timestamptz '2020-01-01' from notices
            """;

    private void costsTheSame(String backlog, String tables, Runnable poll) {
        readsTheSame(backlog, tables, () -> rowsTouched(poll));
    }

    /** @param poll returns the rows that it touched */
    private void readsTheSame(String backlog, String tables, LongSupplier poll) {
        long few = cost(backlog, FEW, tables, poll);
        long many = cost(backlog, MANY, tables, poll);

        assertThat(few).as("with a thousand").isPositive();
        assertThat(many).as("with %d", MANY).isLessThanOrEqualTo(few + LEFT_BY_OTHERS);
    }

    private long cost(String backlog, int rows, String tables, LongSupplier poll) {
        return undone(() -> {
            for (int left = rows; left > 0; left -= AT_ONCE) {
                sql().update(backlog.formatted(Math.min(left, AT_ONCE)));
            }
            sql().update("analyze " + tables);
            // A small table is read as a whole, whatever its indexes are: that would say nothing of a large one.
            sql().update("set local enable_seqscan = off");
            return poll.getAsLong();
        });
    }

    private long rowsTouched(Runnable work) {
        long before = touched();
        work.run();
        return touched() - before;
    }

    /** As the statistics of the running transaction have it. */
    private long touched() {
        return sql().number("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0) + n_tup_ins + n_tup_upd + n_tup_del)"
                + " from pg_stat_xact_user_tables");
    }

    private Sql sql() {
        return new Sql(database);
    }

    private <T> T undone(Callable<T> work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(SECONDS_MAX));
        try {
            sql().update("set local transaction_timeout = 0");
            return work.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
