package io.orderjourney.promises.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Promises in the table {@code promise}; plain SQL, since the watch reads and writes them by the thousand. */
@ApplicationScoped
class JdbcPromises implements Promises {

    /** As the index promise_load keeps it: neither partners' work, nor what rests with customers, nor what needs no hands. */
    private static final String LOAD = """
            select due_at from promise
            where desk = ? and kept_at is null and withdrawn_at is null and partner is null and waiting_reason is null
              and kind not in ('NEXT_UPDATE', 'GOODS_HOLD')
            order by due_at limit ?
            """;

    private static final Duration LOAD_IS_GOOD_FOR = Duration.ofSeconds(1);

    private final DataSource database;
    private final Map<Desk, Loaded> loads = new ConcurrentHashMap<>();

    private record Loaded(DeskLoad load, long atNanos) {}

    JdbcPromises(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Promise> find(UUID id) {
        return query("where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Promise> findForChange(UUID id) {
        return query("where id = ? for update", id).stream().findFirst();
    }

    @Override
    public List<Promise> findForChange(Collection<UUID> ids) {
        return query(
                "where id = any(?) order by journey_id, made_at, id for update", (Object) ids.toArray(UUID[]::new));
    }

    @Override
    public List<Promise> of(UUID journeyId) {
        return query("where journey_id = ? order by made_at, id", journeyId);
    }

    @Override
    public List<Promise> of(Collection<UUID> journeyIds) {
        return query(
                "where journey_id = any(?) order by journey_id, made_at, id", (Object) journeyIds.toArray(UUID[]::new));
    }

    @Override
    public List<Promise> ofForChange(Collection<UUID> journeyIds) {
        return query("where journey_id = any(?) order by journey_id, made_at, id for update", (Object)
                journeyIds.toArray(UUID[]::new));
    }

    @Override
    public Optional<Promise> open(UUID journeyId, PromiseKind kind) {
        return query(
                        "where journey_id = ? and kind = ? and kept_at is null and withdrawn_at is null"
                                + " order by made_at desc, id desc limit 1",
                        journeyId,
                        kind.name())
                .stream()
                .findFirst();
    }

    @Override
    public DeskLoad load(Desk desk) {
        long nowNanos = System.nanoTime();
        Loaded known = loads.get(desk);
        if (known != null && nowNanos - known.atNanos() < LOAD_IS_GOOD_FOR.toNanos()) {
            return known.load();
        }
        List<Instant> dueAts =
                new Sql(database).query(LOAD, row -> Sql.instant(row, "due_at"), desk, DeskLoad.COUNTED_MAX);
        Loaded read = new Loaded(new DeskLoad(dueAts), nowNanos);
        loads.put(desk, read);
        return read.load();
    }

    @Override
    public boolean add(Promise promise) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(PromiseRow.INSERT)) {
            bind(insert, PromiseRow.of(promise, connection));
            return insert.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public int add(Collection<Promise> promises) {
        return promises.isEmpty() ? 0 : new Sql(database).update(PromiseRow.INSERT_ALL, PromiseRow.allOf(promises));
    }

    @Override
    public void change(Promise promise) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(PromiseRow.UPDATE)) {
            bind(update, PromiseRow.changeOf(promise));
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Promise " + promise.id() + " is not known here");
            }
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public void change(Collection<Promise> promises) {
        if (promises.isEmpty()) {
            return;
        }
        int changed = new Sql(database).update(PromiseRow.UPDATE_ALL, PromiseRow.changesOf(promises));
        if (changed != promises.size()) {
            throw new IllegalStateException("Of " + promises.size() + " promises only " + changed + " are known here");
        }
    }

    private List<Promise> query(String where, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + PromiseRow.COLUMNS + " from promise " + where)) {
            bind(select, Arrays.asList(values));
            List<Promise> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(PromiseRow.promise(row));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, values.get(index));
        }
    }
}
