package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.usecase.AcceptOrder;
import io.orderjourney.fulfillment.pickup.usecase.ApplyGateEvent;
import io.orderjourney.fulfillment.pickup.usecase.HandOverHandler;
import io.orderjourney.fulfillment.pickup.usecase.OnJourneyEnded;
import io.orderjourney.fulfillment.pickup.usecase.OverrideGateHandler;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.usecase.BookInArrivalHandler;
import io.orderjourney.fulfillment.receiving.usecase.ChangeEtaHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything at once: no deadlock, and no lost update. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class BusyCounterTest {

    private static final int PEOPLE = 6;
    private static final int ACTIONS_EACH = 50;
    private static final Trigger SOMEBODY = Trigger.of("counter:ola");

    @Inject
    Shop shop;

    @Inject
    AcceptOrder acceptOrder;

    @Inject
    ApplyGateEvent gates;

    @Inject
    OverrideGateHandler overrideGate;

    @Inject
    HandOverHandler handOver;

    @Inject
    OnJourneyEnded onEnded;

    @Inject
    BookInArrivalHandler bookIn;

    @Inject
    ChangeEtaHandler changeEta;

    @Inject
    EntityManager rows;

    private final List<UUID> orders = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
    }

    @Test
    void concurrent_orders_arrivals_gates_and_hand_overs_leave_the_stock_right() throws Exception {
        String one = Shop.freshSku("ONE");
        String two = Shop.freshSku("TWO");
        UUID ofOne = ApiClient.purchase(one, 500, shop.now().plus(Duration.ofDays(2)));
        UUID ofTwo = ApiClient.purchase(two, 500, shop.now().plus(Duration.ofDays(3)));

        atOnce(person -> {
            Random random = new Random(person);
            for (int i = 0; i < ACTIONS_EACH; i++) {
                boolean forward = random.nextBoolean();
                act(random, forward ? one : two, forward ? two : one, forward ? ofOne : ofTwo);
            }
        });

        assertThat(failures).as("no deadlock").isEmpty();
        for (String sku : List.of(one, two)) {
            Shop.await(() -> number("select count(*) from allocation_pass where sku = :sku", sku) == 0);
            assertThat(number("select sum(waiting) from stock_level where sku = :sku", sku))
                    .as("what is known of the queue is what waits in it")
                    .isEqualTo(number(
                            "select coalesce(sum(quantity - on_shelf), 0) from reservation_line"
                                    + " where sku = :sku and not released",
                            sku));
            assertThat(number("select coalesce(sum(reserved), 0) from stock_level where sku = :sku", sku))
                    .isEqualTo(number(
                            "select coalesce(sum(l.on_shelf), 0) from reservation_line l join pickup p using (order_id)"
                                    + " where l.sku = :sku and p.handed_over_at is null",
                            sku));
            assertThat(number(
                            "select count(*) from stock_level s where s.sku = :sku and s.on_hand > s.reserved and exists"
                                    + " (select 1 from reservation_line l where l.sku = :sku and l.on_shelf < l.quantity and not l.released)",
                            sku))
                    .as("a piece is free while an order waits")
                    .isZero();
        }
        // Two arrivals for one order at the same moment must not both find the other's goods missing.
        assertThat(number(
                        "select count(*) from pickup_gate g where g.gate = 'GOODS_AT_PICKUP_POINT' and g.opened_at is null"
                                + " and exists (select 1 from reservation_line l where l.order_id = g.order_id and l.sku = :sku)"
                                + " and not exists (select 1 from reservation_line l where l.order_id = g.order_id"
                                + " and l.on_shelf < l.quantity)",
                        one))
                .as("orders whose goods are all there and whose gate never opened")
                .isZero();
        orders.forEach(order -> assertThat(shop.facts(order)).isNotEmpty());
    }

    private void act(Random random, String one, String two, UUID purchaseOfOne) {
        UUID order = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
        int what = order == null ? 0 : random.nextInt(9);
        attempt(() -> {
            switch (what) {
                case 0, 1 -> place(one, two);
                case 2, 3 ->
                    bookIn.bookIn(
                            "WZ-" + UUID.randomUUID(),
                            Shop.PICKUP_POINT,
                            purchaseOfOne,
                            Map.of(one, 1 + random.nextInt(2)),
                            null,
                            SOMEBODY);
                case 4 ->
                    changeEta.change(
                            purchaseOfOne,
                            shop.now().plus(Duration.ofDays(1 + random.nextInt(9))),
                            null,
                            version -> {},
                            SOMEBODY);
                case 5 -> gates.opened(order, Gate.ORDER_CONFIRMED, shop.now(), SOMEBODY);
                case 6 -> overrideGate.close(order, Gate.GOODS_AT_PICKUP_POINT, "damaged", anyVersion -> {}, SOMEBODY);
                case 7 -> onEnded.ended(order, JourneyEnd.CANCELLED_BY_CUSTOMER, shop.now(), SOMEBODY);
                default -> handOver.handOver(order, false, version -> {}, SOMEBODY);
            }
        });
    }

    private void place(String one, String two) {
        UUID order = UUID.randomUUID();
        acceptOrder.accept(
                order,
                shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(one, 1), Shop.line(two, 1)),
                Trigger.of("/order-service", UUID.randomUUID()));
        orders.add(order);
    }

    private void attempt(Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (Pickup.Refused | GatesClosed | PurchaseOrder.FullyArrived refused) {
            // A refusal is a result like another.
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private interface Person {
        void live(int number);
    }

    private static void atOnce(Person person) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> lives = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int number = i;
                lives.add(people.submit(() -> {
                    start.await();
                    person.live(number);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> life : lives) {
                life.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private long number(String sql, String sku) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) rows.createNativeQuery(sql)
                                .setParameter("sku", sku)
                                .getSingleResult())
                        .longValue());
    }
}
