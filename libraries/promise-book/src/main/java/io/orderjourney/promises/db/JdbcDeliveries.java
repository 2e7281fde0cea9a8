package io.orderjourney.promises.db;

import io.orderjourney.promises.Deliveries;
import io.orderjourney.promises.Delivery;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Deliveries in the table {@code delivered_message}, and words in {@code customer_word}. */
@ApplicationScoped
class JdbcDeliveries implements Deliveries {

    private final DataSource database;
    private final Sql sql;

    JdbcDeliveries(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    @Override
    public void add(UUID journeyId, Delivery delivery) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into delivered_message (journey_id, notice_id, delivered_at) values (?, ?, ?)"
                                + " on conflict do nothing")) {
            insert.setObject(1, journeyId);
            insert.setObject(2, delivery.noticeId());
            insert.setObject(3, delivery.deliveredAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public List<Delivery> of(UUID journeyId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select notice_id, delivered_at from delivered_message where journey_id = ?"
                                + " order by delivered_at, notice_id")) {
            select.setObject(1, journeyId);
            List<Delivery> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Delivery(
                            row.getObject("notice_id", UUID.class),
                            row.getObject("delivered_at", OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public void forget(UUID journeyId) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from delivered_message where journey_id = ?")) {
            delete.setObject(1, journeyId);
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new PromisesUnreadable(failed);
        }
    }

    @Override
    public void spoke(UUID journeyId, Instant at) {
        sql.update(
                "insert into customer_word (journey_id, spoken_at) values (?, ?) on conflict do nothing",
                journeyId,
                at);
    }

    @Override
    public boolean takeWord(UUID journeyId, Instant since) {
        return sql.update("delete from customer_word where journey_id = ? and spoken_at >= ?", journeyId, since) > 0;
    }
}
