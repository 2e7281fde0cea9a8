package io.orderjourney.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.orderjourney.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler at the settings of its own benchmark: lock and fetch, 20 threads, 4.0 and 20.0. Its tables lie in a schema of
 * their own beside copies of the product's, in the same database. Each execution leaves in one transaction what the watch
 * leaves for a timer: a task, and its events in the log and in the outbox.
 */
final class SchedulerPeer {

    static final String NAME = "db-scheduler 16.12.0, lock and fetch, 20 threads, the same rows";

    private static final int THREADS = 20;
    private static final String EVENT_TYPE = "promises.promise-at-risk.v1";

    private static final String SCHEMA = """
            drop schema if exists peer cascade;
            create schema peer;
            create table peer.desk_task (like public.desk_task including all);
            create table peer.journey_event (like public.journey_event including all);
            create table peer.outbox (like public.outbox including all);
            create table peer.scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamptz not null, picked boolean not null, picked_by text,
              last_success timestamptz, last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz,
              version bigint not null, priority smallint, primary key (task_name, task_instance));
            create index on peer.scheduled_tasks (execution_time);
            create index on peer.scheduled_tasks (last_heartbeat);
            """;

    private static final String EFFECT = """
            with task as (
              insert into peer.desk_task (task_id, journey_id, desk, task, promise_id, revision, text, do_before_at, opened_at)
              values (gen_random_uuid(), ?, 'SALES', 'REMINDER', ?, 0, 'Call the customer', timestamptz '2026-01-01', timestamptz '2026-01-01')
            ), logged as (
              insert into peer.journey_event (event_id, journey_id, sequence, type, topic, occurred_at, actor, data)
              select gen_random_uuid(), ?, n, ?, 'promises', timestamptz '2026-01-01', 'watch', ? from generate_series(1, ?) n
              returning position
            )
            insert into peer.outbox (partition, position) select 0, position from logged
            """;

    private final DataSource database;
    private final Sql sql;
    private final int events;
    private final String data;

    private SchedulerPeer(DataSource database, int events, String data) {
        this.database = database;
        this.sql = new Sql(database);
        this.events = events;
        this.data = data;
    }

    /** @param events that the watch writes for each timer, and of whose size the peer's are */
    static SchedulerPeer in(DataSource database, long events) {
        Sql sql = new Sql(database);
        for (String statement : SCHEMA.split(";\\s*\n")) {
            sql.update(statement);
        }
        String data = sql.first(
                        "select data from public.journey_event where type = ? limit 1",
                        row -> row.getString(1),
                        EVENT_TYPE)
                .orElseThrow();
        return new SchedulerPeer(database, (int) events, data);
    }

    void round(int count, long postgresPid, @Nullable Measure measure) throws Exception {
        sql.update("truncate peer.desk_task, peer.journey_event, peer.outbox, peer.scheduled_tasks");
        OneTimeTask<Void> task = Tasks.oneTime("fire").execute((instance, context) -> leave(instance.getId()));
        Scheduler scheduler = Scheduler.create(database, task)
                .tableName("peer.scheduled_tasks")
                .threads(THREADS)
                .pollUsingLockAndFetch(4.0, 20.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        Gauge gauge = Gauge.start(sql, postgresPid, ProcessHandle.current().pid());
        scheduler.start();
        try {
            long start = System.nanoTime();
            sql.update("""
                    insert into peer.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    select 'fire', gen_random_uuid()::text, timestamptz '2026-01-01', false, 1 from generate_series(1, ?)
                    """, count);
            Checks.await("the peer's tasks", count, () -> sql.number("select count(*) from peer.desk_task"));
            double seconds = Checks.secondsSince(start);
            if (measure != null) {
                measure.add(count / seconds, gauge.costs(count));
            }
        } finally {
            scheduler.stop();
        }
        Checks.counted(
                "the peer's events", (long) count * events, sql.number("select count(*) from peer.journey_event"));
        Checks.counted("the peer's outbox", (long) count * events, sql.number("select count(*) from peer.outbox"));
    }

    private void leave(String instance) {
        UUID id = UUID.fromString(instance);
        try (Connection connection = database.getConnection();
                PreparedStatement effect = Sql.prepare(connection, EFFECT, id, id, id, EVENT_TYPE, data, events)) {
            effect.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
