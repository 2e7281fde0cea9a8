package io.orderjourney.notification.ledger.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.orders.LineChange;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code watched_journey}, {@code journey_parts}, {@code order_change} and {@code collector_code}. */
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
    public void opened(Collection<Journey> journeys) {
        if (journeys.isEmpty()) {
            return;
        }
        List<Journey> all = List.copyOf(journeys);
        sql.update(
                """
                insert into watched_journey
                  (journey_id, order_number, customer_id, language, payment, pickup_point, by_courier, opened_at, goods,
                  total_minor, currency)
                select j.journey_id, j.order_number, j.customer_id, j.language, j.payment, j.pickup_point, j.by_courier,
                  j.opened_at, j.goods::jsonb, j.total_minor, j.currency
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::timestamptz[],
                    ?::text[], ?::bigint[], ?::text[])
                  as j (journey_id, order_number, customer_id, language, payment, pickup_point, by_courier, opened_at, goods,
                    total_minor, currency)
                order by j.journey_id on conflict do nothing
                """,
                SqlArray.uuids(each(all, Journey::id)),
                SqlArray.texts(each(all, Journey::orderNumber)),
                SqlArray.uuids(each(all, Journey::customerId)),
                SqlArray.texts(each(all, Journey::language)),
                SqlArray.texts(each(all, Journey::payment)),
                SqlArray.texts(each(all, Journey::pickupPoint)),
                SqlArray.of("bool", each(all, Journey::byCourier)),
                SqlArray.instants(each(all, Journey::openedAt)),
                SqlArray.texts(each(all, JdbcJourneys::goods)),
                SqlArray.of("int8", each(all, JdbcJourneys::totalMinor)),
                SqlArray.texts(each(all, JdbcJourneys::currency)));
    }

    private static String goods(Journey journey) {
        return json(journey.goods());
    }

    private static String json(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }

    private static @Nullable Long totalMinor(Journey journey) {
        Money total = journey.total();
        return total == null ? null : total.amountMinor();
    }

    private static @Nullable String currency(Journey journey) {
        Money total = journey.total();
        return total == null ? null : total.currency();
    }

    private static <V extends @Nullable Object> List<V> each(List<Journey> journeys, Function<Journey, V> value) {
        List<V> values = new ArrayList<>(journeys.size());
        journeys.forEach(journey -> values.add(value.apply(journey)));
        return values;
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
    public void changed(UUID journeyId, List<OrderLine> goods, Money total) {
        sql.update("""
                update watched_journey set goods = ?::jsonb, total_minor = ?,
                  rest_minor = case when rest_minor + ? > total_minor then rest_minor + ? - total_minor end
                where journey_id = ?
                """, json(goods), total.amountMinor(), total.amountMinor(), total.amountMinor(), journeyId);
    }

    @Override
    public void lineChanges(UUID journeyId, List<LineChange> changes) {
        sql.update("""
                insert into order_change (journey_id, changes) values (?, ?::jsonb)
                on conflict (journey_id) do update set changes = excluded.changes
                """, journeyId, json(changes));
    }

    @Override
    public List<LineChange> lineChanges(UUID journeyId) {
        return sql.first(
                        "select changes from order_change where journey_id = ?",
                        row -> List.of(ContractJson.read(
                                row.getString("changes").getBytes(StandardCharsets.UTF_8), LineChange[].class)),
                        journeyId)
                .orElse(List.of());
    }

    @Override
    public void parts(UUID journeyId, PartsChanged parts) {
        sql.update("""
                insert into journey_parts (journey_id, parts) values (?, ?::jsonb)
                on conflict (journey_id) do update set parts = excluded.parts
                """, journeyId, json(parts));
    }

    @Override
    public Optional<PartsChanged> parts(UUID journeyId) {
        return sql.first(
                "select parts from journey_parts where journey_id = ?",
                row -> ContractJson.read(row.getString("parts").getBytes(StandardCharsets.UTF_8), PartsChanged.class),
                journeyId);
    }

    @Override
    public void restAgreed(UUID journeyId, Money rest) {
        sql.update("update watched_journey set rest_minor = ? where journey_id = ?", rest.amountMinor(), journeyId);
    }

    @Override
    public void approved(UUID journeyId, Money amount) {
        sql.update(
                "update watched_journey set rest_minor = null where journey_id = ? and total_minor <= ?",
                journeyId,
                amount.amountMinor());
    }

    @Override
    public void restPaid(UUID journeyId) {
        sql.update("update watched_journey set rest_minor = null where journey_id = ?", journeyId);
    }

    @Override
    public Optional<Money> rest(UUID journeyId) {
        return sql.first(
                "select rest_minor, currency from watched_journey where journey_id = ? and rest_minor is not null",
                row -> new Money(row.getLong("rest_minor"), row.getString("currency")),
                journeyId);
    }

    @Override
    public void collectorCode(UUID journeyId, UUID codeId) {
        sql.update("""
                insert into collector_code (journey_id, code_id) values (?, ?)
                on conflict (journey_id) do update set code_id = excluded.code_id
                """, journeyId, codeId);
    }

    @Override
    public Optional<UUID> collectorCode(UUID journeyId) {
        return sql.first(
                "select code_id from collector_code where journey_id = ?",
                row -> row.getObject("code_id", UUID.class),
                journeyId);
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
