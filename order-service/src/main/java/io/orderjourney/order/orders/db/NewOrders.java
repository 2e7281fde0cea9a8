package io.orderjourney.order.orders.db;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.order.orders.Order;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How orders come into {@code customer_order} and {@code order_line}: plain SQL, a statement for many. */
@ApplicationScoped
class NewOrders {

    private static final String DRAW = """
            select drawn.number from
              (select 'A-' || nextval('order_number') as number from generate_series(1, ?)) drawn
            where not exists (select 1 from customer_order o where o.order_number = drawn.number)
            """;

    /** In the order of numbers, so that two transactions with the same numbers wait for each other and never both. */
    private static final String INSERT = """
            with fresh as (
              insert into customer_order (journey_id, order_number, customer_id, language, payment, delivery_method,
                pickup_point, total_minor, currency, offer_id, offer_due_at, offer_precision, offered_at, placed_at,
                call_attempts, unanswered_calls, confirmed_by, confirmed_at, version)
              select o.*
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                ?::uuid[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::int[], ?::text[],
                ?::timestamptz[], ?::bigint[])
                as o (journey_id, order_number, customer_id, language, payment, delivery_method, pickup_point, total_minor,
                  currency, offer_id, offer_due_at, offer_precision, offered_at, placed_at, call_attempts, unanswered_calls,
                  confirmed_by, confirmed_at, version)
              order by o.order_number on conflict (order_number) do nothing
              returning journey_id
            ), lines as (
              insert into order_line (journey_id, line_number, sku, name, quantity, unit_price_minor)
              select l.*
              from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::bigint[])
                as l (journey_id, line_number, sku, name, quantity, unit_price_minor)
              join fresh using (journey_id)
            )
            select count(*) from fresh
            """;

    private final Sql sql;

    NewOrders(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** At most so many numbers: those that no order has. */
    List<String> drawNumbers(int count) {
        return sql.query(DRAW, row -> row.getString(1), count);
    }

    Set<String> numbersTaken(Collection<String> numbers) {
        return new TreeSet<>(sql.query(
                "select order_number from customer_order where order_number = any(?)",
                row -> row.getString(1),
                SqlArray.texts(numbers)));
    }

    void insert(Collection<Order> orders) {
        List<Order> byNumber =
                orders.stream().sorted(Comparator.comparing(Order::number)).toList();
        List<Object> columns = new ArrayList<>(ordersOf(byNumber));
        columns.addAll(linesOf(byNumber));
        if (sql.number(INSERT, columns.toArray()) != orders.size()) {
            throw new Order.NumberTaken();
        }
    }

    private static List<SqlArray> ordersOf(List<Order> orders) {
        return List.of(
                column("uuid", orders, Order::journeyId),
                column("text", orders, Order::number),
                column("uuid", orders, Order::customerId),
                column("text", orders, Order::language),
                column("text", orders, order -> order.payment().name()),
                column("text", orders, order -> order.deliveryMethod().name()),
                column("text", orders, Order::pickupPoint),
                column("int8", orders, order -> order.total().amountMinor()),
                column("text", orders, order -> order.total().currency()),
                offer("uuid", orders, PickupOffer::offerId),
                SqlArray.instants(each(orders, order -> ofOffer(order, PickupOffer::readyBy))),
                offer("text", orders, offer -> offer.precision().name()),
                SqlArray.instants(each(orders, order -> ofOffer(order, PickupOffer::offeredAt))),
                SqlArray.instants(each(orders, Order::placedAt)),
                column("int4", orders, Order::callAttempts),
                column("int4", orders, Order::unansweredCalls),
                column("text", orders, Order::confirmedBy),
                SqlArray.instants(each(orders, Order::confirmedAt)),
                column("int8", orders, Order::version));
    }

    private static List<SqlArray> linesOf(List<Order> orders) {
        List<Line> lines = orders.stream()
                .flatMap(order -> IntStream.range(0, order.lines().size())
                        .mapToObj(
                                number -> new Line(order, number, order.lines().get(number))))
                .toList();
        return List.of(
                column("uuid", lines, line -> line.order().journeyId()),
                column("int4", lines, Line::number),
                column("text", lines, line -> line.line().sku()),
                column("text", lines, line -> line.line().name()),
                column("int4", lines, line -> line.line().quantity()),
                column("int8", lines, line -> line.price().amountMinor()));
    }

    /** A line and its place in its order. */
    private record Line(Order order, int number, OrderLine line) {

        Money price() {
            return line.unitPrice();
        }
    }

    private static SqlArray offer(String type, List<Order> orders, Function<PickupOffer, Object> value) {
        return column(type, orders, order -> ofOffer(order, value));
    }

    private static <V> @Nullable V ofOffer(Order order, Function<PickupOffer, V> value) {
        PickupOffer offer = order.pickupOffer();
        return offer == null ? null : value.apply(offer);
    }

    private static <T> SqlArray column(String type, List<T> rows, Function<T, ? extends @Nullable Object> value) {
        return SqlArray.of(type, each(rows, value));
    }

    private static <T, V extends @Nullable Object> List<V> each(List<T> rows, Function<T, V> value) {
        List<V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }
}
