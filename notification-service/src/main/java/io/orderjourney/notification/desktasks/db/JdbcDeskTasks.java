package io.orderjourney.notification.desktasks.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code desk_task}. */
@ApplicationScoped
class JdbcDeskTasks implements DeskTasks {

    private final Sql sql;

    JdbcDeskTasks(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Set<UUID> add(Collection<DeskTask> tasks) {
        List<DeskTask> all = List.copyOf(tasks);
        return Set.copyOf(sql.query(
                """
                insert into desk_task (task_id, journey_id, desk, task, promise_id, revision, notice_id, text, do_before_at,
                  opened_at)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::uuid[], ?::text[],
                  ?::timestamptz[], ?::timestamptz[])
                on conflict do nothing returning task_id
                """,
                row -> row.getObject(1, UUID.class),
                SqlArray.uuids(each(all, DeskTask::id)),
                SqlArray.uuids(each(all, DeskTask::journeyId)),
                SqlArray.texts(each(all, DeskTask::desk)),
                SqlArray.texts(each(all, DeskTask::task)),
                SqlArray.uuids(each(all, DeskTask::promiseId)),
                SqlArray.of("int4", each(all, DeskTask::revision)),
                SqlArray.uuids(each(all, DeskTask::noticeId)),
                SqlArray.texts(each(all, DeskTask::text)),
                SqlArray.instants(each(all, DeskTask::doBeforeAt)),
                SqlArray.instants(each(all, DeskTask::openedAt))));
    }

    @Override
    public Optional<DeskTask> find(UUID id) {
        return sql.query("select * from desk_task where task_id = ?", JdbcDeskTasks::read, id).stream()
                .findFirst();
    }

    @Override
    public Optional<DeskTask> findForChange(UUID id) {
        return sql.query("select * from desk_task where task_id = ? for update", JdbcDeskTasks::read, id).stream()
                .findFirst();
    }

    @Override
    public void change(Collection<DeskTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        List<DeskTask> all = List.copyOf(tasks);
        sql.update(
                """
                update desk_task d set done_at = c.done_at, done_by = c.done_by, outcome = c.outcome
                from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[]) as c (task_id, done_at, done_by, outcome)
                where d.task_id = c.task_id
                """,
                SqlArray.uuids(each(all, DeskTask::id)),
                SqlArray.instants(each(all, DeskTask::doneAt)),
                SqlArray.texts(each(all, DeskTask::doneBy)),
                SqlArray.texts(each(all, DeskTask::outcome)));
    }

    private static <V extends @Nullable Object> List<V> each(List<DeskTask> tasks, Function<DeskTask, V> value) {
        List<V> values = new ArrayList<>(tasks.size());
        tasks.forEach(task -> values.add(value.apply(task)));
        return values;
    }

    @Override
    public List<DeskTask> about(Collection<UUID> promiseIds) {
        return sql.query(
                "select * from desk_task where promise_id = any(?) and done_at is null order by task_id for update",
                JdbcDeskTasks::read,
                SqlArray.uuids(promiseIds));
    }

    @Override
    public List<DeskTask> calls(Collection<UUID> journeyIds) {
        return sql.query(
                "select * from desk_task where journey_id = any(?) and done_at is null and notice_id is not null"
                        + " order by task_id for update",
                JdbcDeskTasks::read,
                SqlArray.uuids(journeyIds));
    }

    @Override
    public List<DeskTask> open(Collection<UUID> journeyIds) {
        return sql.query(
                "select * from desk_task where journey_id = any(?) and done_at is null order by task_id for update",
                JdbcDeskTasks::read,
                SqlArray.uuids(journeyIds));
    }

    @Override
    public List<DeskTask> openOf(Collection<UUID> journeyIds) {
        return sql.query(
                "select * from desk_task where journey_id = any(?) and done_at is null order by task_id",
                JdbcDeskTasks::read,
                SqlArray.uuids(journeyIds));
    }

    @Override
    public List<DeskTask> queue(
            @Nullable Desk desk,
            @Nullable UUID journeyId,
            @Nullable Instant afterDoBeforeAt,
            @Nullable UUID afterId,
            int atMost) {
        StringBuilder sql = new StringBuilder("select * from desk_task where done_at is null");
        List<Object> values = new ArrayList<>();
        if (desk != null) {
            sql.append(" and desk = ?");
            values.add(desk.name());
        }
        if (journeyId != null) {
            sql.append(" and journey_id = ?");
            values.add(journeyId);
        }
        if (afterDoBeforeAt != null && afterId != null) {
            sql.append(" and (do_before_at, task_id) > (?, ?)");
            values.add(afterDoBeforeAt);
            values.add(afterId);
        }
        sql.append(" order by do_before_at, task_id limit ?");
        values.add(atMost);
        return this.sql.query(sql.toString(), JdbcDeskTasks::read, values.toArray());
    }

    private static DeskTask read(ResultSet row) throws SQLException {
        return new DeskTask(
                row.getObject("task_id", UUID.class),
                row.getObject("journey_id", UUID.class),
                Desk.valueOf(row.getString("desk")),
                DeskTaskKind.valueOf(row.getString("task")),
                row.getObject("promise_id", UUID.class),
                row.getInt("revision"),
                row.getObject("notice_id", UUID.class),
                row.getString("text"),
                Sql.instant(row, "do_before_at"),
                Sql.instant(row, "opened_at"),
                Sql.instantOrNull(row, "done_at"),
                row.getString("done_by"),
                row.getString("outcome"));
    }
}
