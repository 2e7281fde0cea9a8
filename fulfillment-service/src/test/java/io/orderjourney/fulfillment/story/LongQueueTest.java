package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.fulfillment.pickup.usecase.AcceptOrder;
import io.orderjourney.fulfillment.receiving.usecase.CountStockHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many orders wait for an item, a change in its supply is one short transaction, and reaches them all. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class LongQueueTest {

    /** A point of its own: no other test reads its lists. */
    private static final String FAR_AWAY = "GDN-01";

    private static final Trigger EWA = Trigger.of("warehouse:ewa");

    @Inject
    Shop shop;

    @Inject
    CountStockHandler counts;

    @Inject
    AcceptOrder acceptOrder;

    @Inject
    EntityManager rows;

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
    }

    @Test
    void a_count_touches_as_many_rows_when_a_thousand_orders_wait_as_when_ten_thousand_do() {
        int pieces = Reallocate.CHANGES_MAX + 20;
        String few = queueOf(1_000);
        String many = queueOf(10_000);

        long ofFew = rowsTouched(() -> count(few, pieces));
        long ofMany = rowsTouched(() -> count(many, pieces));

        assertThat(ofFew).isPositive();
        assertThat(ofMany).isLessThanOrEqualTo(ofFew + ofFew / 10);
        assertThat(number("select count(*) from allocation_pass where sku = '" + many + "'"))
                .as("the rest is left to a pass, or done already")
                .isLessThanOrEqualTo(1);
        awaitPasses(many);
        assertThat(number("select count(*) from reservation_line where sku = '" + many + "' and on_shelf = 1"))
                .isEqualTo(pieces);
        assertThat(number("select max(place) - min(place) + 1 from reservation_line where sku = '" + many
                        + "' and on_shelf = 1"))
                .as("first come, first served")
                .isEqualTo(pieces);
        assertThat(number("select count(*) from journey_event e join reservation_line l on l.order_id = e.journey_id"
                        + " where l.sku = '" + many + "' and e.type = '" + EventTypes.STOCK_ARRIVED.wireName() + "'"))
                .as("everybody who is served is told once")
                .isEqualTo(pieces);
    }

    @Test
    void a_new_order_overtakes_nobody_whom_the_pass_has_not_reached() {
        int waiting = Reallocate.CHANGES_MAX * 2;
        String sku = queueOf(waiting);
        UUID served = UUID.randomUUID();
        UUID notServed = UUID.randomUUID();

        // In one transaction: the pass cannot begin before both orders are placed.
        QuarkusTransaction.requiringNew().run(() -> {
            count(sku, waiting + 1);
            acceptOrder.accept(served, order(sku), Trigger.of("/order-service", UUID.randomUUID()));
            acceptOrder.accept(notServed, order(sku), Trigger.of("/order-service", UUID.randomUUID()));
        });

        assertThat(shop.lastFact(served, EventTypes.GOODS_RESERVED).onShelf()).isTrue();
        assertThat(shop.lastFact(notServed, EventTypes.GOODS_RESERVED).onShelf())
                .isFalse();
        awaitPasses(sku);
        assertThat(number("select reserved from stock_level where sku = '" + sku + "'"))
                .isEqualTo(waiting + 1);
        assertThat(number("select waiting from stock_level where sku = '" + sku + "'"))
                .isEqualTo(1);
        assertThat(shop.factTypes(notServed)).doesNotContain(EventTypes.STOCK_ARRIVED.wireName());
    }

    private OrderPlaced order(String sku) {
        OrderPlaced order = shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 1));
        return new OrderPlaced(
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.payment(),
                FAR_AWAY,
                order.lines(),
                order.total(),
                order.pickupOffer(),
                order.placedAt());
    }

    private void count(String sku, int pieces) {
        counts.count(FAR_AWAY, sku, pieces, anyVersion -> {}, EWA);
    }

    private void awaitPasses(String sku) {
        Shop.await(() -> number("select count(*) from allocation_pass where sku = '" + sku + "'") == 0);
    }

    /** Orders that wait for one piece each of a new item. */
    private String queueOf(int orders) {
        String sku = Shop.freshSku("PHONE");
        QuarkusTransaction.requiringNew().run(() -> {
            for (String statement : List.of(
                    "create temporary table queue on commit drop as select gen_random_uuid() as id,"
                            + " nextval('reservation_place') as place from generate_series(1, " + orders + ")",
                    "insert into stock_level (pickup_point, sku, on_hand, reserved, waiting, version) values ('"
                            + FAR_AWAY + "', '" + sku + "', 0, 0, " + orders + ", 1)",
                    "insert into pickup (order_id, order_number, customer_id, language, payment, pickup_point, placed_at,"
                            + " readiness, notified_readiness, version) select id, 'Q-' || place, id, 'en', 'ON_PICKUP', '"
                            + FAR_AWAY + "', now(), 0, 0, 1 from queue",
                    "insert into pickup_gate (order_id, gate) select id, gate from queue,"
                            + " unnest(array['GOODS_AT_PICKUP_POINT', 'ORDER_CONFIRMED']) gate",
                    "insert into reservation (order_id, pickup_point, place, reserved_at, supply_state) select id, '"
                            + FAR_AWAY + "', place, now(), 'UNKNOWN' from queue",
                    "insert into reservation_line (order_id, sku, pickup_point, place, name, quantity, on_shelf)"
                            + " select id, '" + sku + "', '" + FAR_AWAY + "', place, 'Phone', 1, 0 from queue",
                    "analyze reservation, reservation_line, pickup, pickup_gate")) {
                rows.createNativeQuery(statement).executeUpdate();
            }
        });
        return sku;
    }

    /** Rows that a transaction reads, adds and changes, as the database counts them; no other transaction's are among them. */
    private long rowsTouched(Runnable work) {
        LongSupplier counted =
                () -> number("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0) + n_tup_ins + n_tup_upd"
                        + " + n_tup_del) from pg_stat_xact_user_tables");
        return QuarkusTransaction.requiringNew().call(() -> {
            // A small table is read as a whole, whatever its indexes are: that would say nothing of a large one.
            rows.createNativeQuery("set local enable_seqscan = off").executeUpdate();
            // What this connection did a moment ago may not be handed over to the statistics yet, and would be counted
            // again.
            long before = counted.getAsLong();
            work.run();
            rows.flush();
            return counted.getAsLong() - before;
        });
    }

    private long number(String sql) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ((Number) rows.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
