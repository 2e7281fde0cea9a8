package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.fulfillment.pickup.usecase.AcceptOrder;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class OversellingTest {

    private static final int CUSTOMERS = 50;
    private static final int PIECES = 10;
    private static final int AT_ONCE = 10;

    @Inject
    Shop shop;

    @Inject
    AcceptOrder acceptOrder;

    @Inject
    EntityManager rows;

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
    }

    /** Asked with every order and every question at checkout, while thousands may wait for goods. */
    @Test
    void the_claims_of_a_purchase_order_are_found_by_an_index() {
        List<?> plan = QuarkusTransaction.requiringNew().call(() -> {
            // The tables of a test are so small that reading them whole is cheapest.
            rows.createNativeQuery("set local enable_seqscan = off").executeUpdate();
            return rows.createNativeQuery("explain select purchase_order_id, sum(quantity) from reservation_claim"
                            + " where purchase_order_id in (gen_random_uuid()) and sku = 'PHONE' group by 1")
                    .getResultList();
        });

        assertThat(plan.toString()).contains("reservation_claim_of_purchase_order");
    }

    @Test
    void fifty_orders_at_the_same_moment_get_the_ten_pieces_once() throws Exception {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, PIECES);
        ApiClient.purchase(sku, 15, shop.now().plus(Duration.ofDays(3)));

        List<UUID> orders = placeAtOnce(sku);

        long onShelf = orders.stream()
                .filter(order -> shop.lastFact(order, EventTypes.GOODS_RESERVED).onShelf())
                .count();
        long expected = orders.stream()
                .filter(order -> shop.promises(order).stream()
                        .anyMatch(promise -> promise.kind().equals(PromiseKind.STOCK_ARRIVAL)))
                .count();
        long unknown = orders.stream()
                .filter(order -> shop.promises(order).stream()
                        .anyMatch(promise -> promise.kind().equals(PromiseKind.NEXT_UPDATE)))
                .count();
        assertThat(onShelf).isEqualTo(PIECES);
        assertThat(expected).isEqualTo(15);
        assertThat(unknown).isEqualTo(CUSTOMERS - PIECES - 15);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].reserved", equalTo(PIECES))
                .body("items[0].free", equalTo(0));
        assertThat(orders).allSatisfy(order -> assertThat(shop.open(order)).isNotEmpty());
    }

    @Test
    void orders_for_the_same_two_items_in_opposite_order_never_deadlock() throws Exception {
        String one = Shop.freshSku("ONE");
        String two = Shop.freshSku("TWO");
        ApiClient.stock(one, CUSTOMERS);
        ApiClient.stock(two, CUSTOMERS);
        List<Callable<UUID>> work = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            boolean forward = i % 2 == 0;
            OrderPlaced order = shop.order(
                    PaymentMethod.ON_PICKUP,
                    null,
                    Shop.line(forward ? one : two, 1),
                    Shop.line(forward ? two : one, 1));
            work.add(() -> accept(order));
        }

        List<UUID> orders = atOnce(work);

        assertThat(orders).hasSize(CUSTOMERS);
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + one).body("items[0].reserved", equalTo(CUSTOMERS));
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + two).body("items[0].reserved", equalTo(CUSTOMERS));
    }

    /** The last safeguard: whatever the code does, the table refuses an oversold piece. */
    @Test
    void the_database_refuses_to_reserve_a_piece_that_is_not_there() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> rows.createNativeQuery("update stock_level set reserved = 2 where sku = :sku")
                                .setParameter("sku", sku)
                                .executeUpdate()))
                .hasStackTraceContaining("nothing_oversold");
    }

    private List<UUID> placeAtOnce(String sku) throws Exception {
        List<Callable<UUID>> work = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            OrderPlaced order = shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 1));
            work.add(() -> accept(order));
        }
        return atOnce(work);
    }

    private UUID accept(OrderPlaced order) {
        UUID orderId = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> acceptOrder.accept(orderId, order, Trigger.of("/order-service", UUID.randomUUID())));
        return orderId;
    }

    private static List<UUID> atOnce(List<Callable<UUID>> work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<UUID>> results = new ArrayList<>();
            for (Callable<UUID> one : work) {
                results.add(workers.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            List<UUID> orders = new ArrayList<>();
            for (Future<UUID> result : results) {
                orders.add(result.get());
            }
            return orders;
        } finally {
            workers.shutdownNow();
        }
    }
}
