package io.orderjourney.notification.ledger.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.UnansweredCall;
import io.orderjourney.promises.JourneyPoints;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code watched_journey}. */
@ApplicationScoped
class JdbcJourneys implements Journeys, JourneyPoints {

    private final Sql sql;

    JdbcJourneys(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<String> pointOf(UUID journeyId) {
        return sql.first(
                "select pickup_point from watched_journey where journey_id = ? and pickup_point is not null",
                row -> row.getString(1),
                journeyId);
    }

    @Override
    public void opened(Journey journey) {
        Money total = journey.total();
        PaymentMethod payment = journey.payment();
        sql.update(
                """
                insert into watched_journey
                  (journey_id, order_number, customer_id, language, payment, pickup_point, by_courier, opened_at, goods, total_minor,
                  currency)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
                """,
                journey.id(),
                journey.orderNumber(),
                journey.customerId(),
                journey.language(),
                payment == null ? null : payment.name(),
                journey.pickupPoint(),
                journey.byCourier(),
                journey.openedAt(),
                new String(ContractJson.write(journey.goods()), StandardCharsets.UTF_8),
                total == null ? null : total.amountMinor(),
                total == null ? null : total.currency());
    }

    @Override
    public void closed(UUID journeyId, JourneyEnd end, Instant at) {
        sql.update(
                "update watched_journey set closed_at = ?, ended_as = ? where journey_id = ? and closed_at is null",
                at,
                end.name(),
                journeyId);
    }

    @Override
    public void paid(UUID journeyId, PaymentMethod payment) {
        sql.update("update watched_journey set payment = ? where journey_id = ?", payment.name(), journeyId);
    }

    @Override
    public void cancelling(UUID journeyId, @Nullable UUID taskId) {
        sql.update("update watched_journey set cancellation_task_id = ? where journey_id = ?", taskId, journeyId);
    }

    @Override
    public void callUnanswered(UnansweredCall call) {
        sql.update(
                "insert into unanswered_call (journey_id, kind, called_at) values (?, ?, ?) on conflict do nothing",
                call.journeyId(),
                call.kind().name(),
                call.calledAt());
    }

    @Override
    public Map<UUID, List<UnansweredCall>> unansweredCalls(Collection<UUID> journeyIds) {
        return sql
                .query(
                        "select * from unanswered_call where journey_id = any(?) order by journey_id, called_at",
                        row -> new UnansweredCall(
                                row.getObject("journey_id", UUID.class),
                                new PromiseKind(row.getString("kind")),
                                Sql.instant(row, "called_at")),
                        SqlArray.uuids(journeyIds))
                .stream()
                .collect(Collectors.groupingBy(UnansweredCall::journeyId));
    }

    @Override
    public Optional<Journey> find(UUID journeyId) {
        return Optional.ofNullable(find(List.of(journeyId)).get(journeyId));
    }

    @Override
    public Map<UUID, Journey> find(Collection<UUID> journeyIds) {
        return sql
                .query("select * from watched_journey where journey_id = any(?)", JdbcJourneys::read, (Object)
                        SqlArray.uuids(journeyIds))
                .stream()
                .collect(Collectors.toMap(Journey::id, Function.identity()));
    }

    @Override
    public List<Journey> numbered(String orderNumber) {
        return sql.query("select * from watched_journey where order_number = ?", JdbcJourneys::read, orderNumber);
    }

    private static Journey read(ResultSet row) throws SQLException {
        String end = row.getString("ended_as");
        String goods = row.getString("goods");
        String currency = row.getString("currency");
        String payment = row.getString("payment");
        return new Journey(
                row.getObject("journey_id", UUID.class),
                row.getString("order_number"),
                row.getObject("customer_id", UUID.class),
                row.getString("language"),
                payment == null ? null : PaymentMethod.valueOf(payment),
                row.getString("pickup_point"),
                row.getBoolean("by_courier"),
                Sql.instant(row, "opened_at"),
                goods == null
                        ? List.of()
                        : List.of(ContractJson.read(goods.getBytes(StandardCharsets.UTF_8), OrderLine[].class)),
                currency == null ? null : new Money(row.getLong("total_minor"), currency),
                row.getObject("cancellation_task_id", UUID.class),
                Sql.instantOrNull(row, "closed_at"),
                end == null ? null : JourneyEnd.valueOf(end));
    }
}
