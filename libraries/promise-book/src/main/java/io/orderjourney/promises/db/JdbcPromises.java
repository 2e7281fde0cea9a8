package io.orderjourney.promises.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Promises in the table {@code promise}; plain SQL, since the watch reads and writes them by the thousand. */
@ApplicationScoped
class JdbcPromises implements Promises {

    private final DataSource database;

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
    public long openOf(Desk desk) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from promise where desk = ? and kept_at is null and withdrawn_at is null")) {
            count.setString(1, desk.name());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
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
