package io.orderjourney.promises.db;

import io.orderjourney.promises.Deliveries;
import io.orderjourney.promises.Delivery;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Deliveries in the table {@code delivered_message}, and words in {@code customer_word}. */
@ApplicationScoped
class JdbcDeliveries implements Deliveries {

    private final Sql sql;

    JdbcDeliveries(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(Map<UUID, List<Delivery>> deliveries) {
        List<UUID> journeys = new ArrayList<>();
        List<Delivery> all = new ArrayList<>();
        deliveries.forEach((journey, messages) -> messages.forEach(message -> {
            journeys.add(journey);
            all.add(message);
        }));
        if (all.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into delivered_message (journey_id, notice_id, delivered_at)
                select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) as d (journey_id, notice_id)
                order by d.journey_id, d.notice_id on conflict do nothing
                """,
                SqlArray.uuids(journeys),
                SqlArray.uuids(all.stream().map(Delivery::noticeId).toList()),
                SqlArray.instants(all.stream().map(Delivery::deliveredAt).toList()));
    }

    private record Known(UUID journeyId, Delivery delivery) {}

    @Override
    public Map<UUID, List<Delivery>> of(Collection<UUID> journeyIds) {
        return sql
                .query(
                        "select journey_id, notice_id, delivered_at from delivered_message where journey_id = any(?)"
                                + " order by journey_id, delivered_at, notice_id",
                        row -> new Known(
                                row.getObject("journey_id", UUID.class),
                                new Delivery(row.getObject("notice_id", UUID.class), Sql.instant(row, "delivered_at"))),
                        SqlArray.uuids(journeyIds))
                .stream()
                .collect(Collectors.groupingBy(
                        Known::journeyId, Collectors.mapping(Known::delivery, Collectors.toList())));
    }

    @Override
    public void forget(UUID journeyId) {
        sql.update("delete from delivered_message where journey_id = ?", journeyId);
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
