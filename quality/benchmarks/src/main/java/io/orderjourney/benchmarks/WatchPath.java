package io.orderjourney.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.orderjourney.sql.Sql;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Path C: timers that are all due at one instant, each ending in a task for a desk and the events that tell of it. The peer's
 * handler leaves the same rows. The watch does more with each: it forecasts the journey and decides.
 */
final class WatchPath implements BenchPath {

    private static final ZoneId SHOP = ZoneId.of("Europe/Warsaw");

    /** When the reminder of a promise of a call is due, before its date. */
    private static final Duration REMINDER_BEFORE = Duration.ofMinutes(105);

    private static final int WARM_UP_ROUNDS = 1;

    private static int rounds(boolean quick) {
        return quick ? 3 : 10;
    }

    private static int timers(boolean quick) {
        return quick ? 3_000 : 20_000;
    }

    @Override
    public int steps(boolean quick) {
        return 2 * (rounds(quick) + WARM_UP_ROUNDS);
    }

    @Override
    public PathResult run(BenchStack stack, boolean quick, ProgressBar progress) throws Exception {
        stack.resume();
        toMondayMorning(stack);
        Measure product = new Measure("the watch of notification-service");
        Measure peer = new Measure(SchedulerPeer.NAME);
        int count = timers(quick);
        try (AgroalDataSource database = stack.database("notification-service", 30)) {
            Sql sql = new Sql(database);
            long events = 0;
            SchedulerPeer scheduler = null;
            for (int round = -WARM_UP_ROUNDS; round < rounds(quick); round++) {
                // A B B A: whatever drifts, drifts for both.
                boolean productFirst = scheduler == null || round % 2 == 0;
                if (productFirst) {
                    events = productRound(stack, sql, count, round >= 0 ? product : null);
                    progress.step("C watch, the product, round " + round);
                }
                if (scheduler == null) {
                    scheduler = SchedulerPeer.in(database, events / count);
                }
                stack.pauseAllBut();
                scheduler.round(count, stack.pid("postgres"), round >= 0 ? peer : null);
                progress.step("C watch, the peer, round " + round);
                if (!productFirst) {
                    productRound(stack, sql, count, product);
                    progress.step("C watch, the product, round " + round);
                }
            }
            return new PathResult(
                    "C watch: " + count + " timers due at one instant, each a desk task and its events",
                    "at least 3 times db-scheduler with the same rows (C2b)",
                    product,
                    peer,
                    Map.of("events for each timer", Long.toString(events / count)),
                    List.of(
                            "each round counted: a task for each timer, none twice, the same number of events in the outbox",
                            "the product also reads the journey, forecasts it and decides; the peer's handler only writes"));
        } finally {
            stack.resume();
        }
    }

    private static void toMondayMorning(BenchStack stack) throws Exception {
        ZonedDateTime now = stack.now().atZone(SHOP);
        ZonedDateTime monday =
                now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(10, 0));
        stack.advance(Duration.between(now, monday));
    }

    /** Returns how many events were written. */
    private static long productRound(BenchStack stack, Sql sql, int count, @Nullable Measure measure) throws Exception {
        stack.resume();
        String batch = UUID.randomUUID().toString();
        Instant now = stack.now();
        Instant madeAt = now.minus(Duration.ofHours(2));
        promises(sql, batch, count, madeAt, now.plus(REMINDER_BEFORE));
        stack.pauseAllBut("notification-service");
        Checks.await("outbox", 0, () -> sql.number("select count(*) from outbox"));
        sql.update("analyze promise, promise_watch, promise_timer, desk_task");
        long eventsBefore = sql.number("select count(*) from journey_event");
        long tasksBefore = sql.number("select count(*) from desk_task");
        Gauge gauge = Gauge.start(sql, stack.pid("postgres"), stack.pid("notification-service"));
        long start = System.nanoTime();
        sql.update("""
                insert into promise_timer (shard, fire_at, promise_id, level, revision, journey_id)
                select abs(hashtext(journey_id::text)) % 32, ?, id, 1, 0, journey_id from promise where evidence = ?
                """, now.minusSeconds(1), batch);
        Checks.await("tasks", tasksBefore + count, () -> sql.number("select count(*) from desk_task"));
        double seconds = Checks.secondsSince(start);
        Map<String, Double> costs = gauge.costs(count);
        Checks.await("watch queue", 0, () -> sql.number("select count(*) from watch_queue"));
        long events = sql.number("select count(*) from journey_event") - eventsBefore;
        Checks.counted("tasks", count, tasks(sql, batch));
        Checks.counted("events are as many for each timer", 0, events % count);
        if (measure != null) {
            measure.add(count / seconds, costs);
        }
        sql.update("update promise set withdrawn_at = made_at where evidence = ?", batch);
        Checks.await("outbox", 0, () -> sql.number("select count(*) from outbox"));
        return events;
    }

    private static long tasks(Sql sql, String batch) {
        return sql.number(
                "select count(*) from desk_task t join promise p on p.id = t.promise_id"
                        + " where p.evidence = ? and t.task = 'REMINDER'",
                batch);
    }

    /** A text on open promises marks the batch. */
    private static void promises(Sql sql, String batch, int count, Instant madeAt, Instant dueAt) {
        sql.update("""
                insert into promise (id, journey_id, customer_id, kind, desk, owner, made_by, language, told, made_at,
                  first_promised_at, precision, due_at, waits_for, revision, rescheduled_by_system, desk_reschedules,
                  confirmed_revision, evidence)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CONFIRMATION_CALL', 'SALES', 'other',
                  'policy', 'en', 'told', ?, ?, 'BY_TIME', ?, '{}', 0, false, 0, -1, ?
                from generate_series(1, ?)
                """, madeAt, dueAt, dueAt, batch, count);
        sql.update("""
                insert into promise_watch (promise_id, scheduled_revision, predicted_revision, closed_revision,
                  announced_revision, confirmed_revision)
                select id, 0, -1, 0, 0, 0 from promise where evidence = ?
                """, batch);
    }
}
