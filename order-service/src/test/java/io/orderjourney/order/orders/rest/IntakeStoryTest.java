package io.orderjourney.order.orders.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.Shop;
import io.orderjourney.order.catalogue.OrderablePolicy;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler.PlaceOrder;
import io.orderjourney.rest.idempotency.IdempotentRequests;
import io.orderjourney.rest.idempotency.IdempotentRequests.Keyed;
import io.orderjourney.rest.idempotency.IdempotentRequests.Outcome;
import io.orderjourney.rest.idempotency.RequestKey;
import io.orderjourney.rest.idempotency.StoredResponse;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.CountingDriver;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits while orders are written is written as one: the same orders, in fewer statements. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class IntakeStoryTest {

    private static final String ANOTHER_PHONE = "+48600700800";

    /** What a second's memory of the terms and of the desks' loads saves one time and not the other. */
    private static final int REMEMBERED = 4;

    @Inject
    PlaceOrderHandler placing;

    @Inject
    IdempotentRequests requests;

    @Inject
    Orders orders;

    @Inject
    Customers customers;

    @Inject
    DataSource database;

    @Test
    @ActivateRequestContext
    void fifty_orders_cost_as_many_statements_as_one() {
        statementsOf(1);
        long one = statementsOf(1);
        long fifty = statementsOf(50);

        assertThat(one).isBetween(8L, 13L + REMEMBERED);
        assertThat(fifty).isBetween(one - REMEMBERED, one + REMEMBERED);
    }

    private long statementsOf(int count) {
        List<Keyed<PlaceOrder>> batch = IntStream.range(0, count)
                .mapToObj(any -> keyed(order(Shop.newOrderNumber(), UUID.randomUUID(), "PHN-NOVA-X5")))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        long statements =
                CountingDriver.statementsOf(() -> together(batch).forEach(answer -> outcomes.add(answer.get())));
        assertThat(outcomes)
                .hasSize(count)
                .allMatch(outcome -> outcome.response().status() == 201);
        return statements;
    }

    @Test
    @ActivateRequestContext
    void of_an_order_that_is_refused_its_neighbours_know_nothing() {
        String taken = Shop.newOrderNumber();
        Shop.placed(Shop.order(taken, "CREDIT"));
        String twice = Shop.newOrderNumber();
        String fine = Shop.newOrderNumber();
        UUID refusedCustomer = UUID.randomUUID();

        List<Supplier<Outcome>> answers = together(List.of(
                keyed(order(Shop.newOrderNumber(), refusedCustomer, "NO-SUCH-THING")),
                keyed(order(taken, refusedCustomer, "PHN-NOVA-X5")),
                keyed(order(twice, UUID.randomUUID(), "PHN-NOVA-X5")),
                keyed(order(twice, refusedCustomer, "PHN-NOVA-X5")),
                keyed(order(null, UUID.randomUUID(), "PHN-NOVA-X5")),
                keyed(order(fine, UUID.randomUUID(), "PHN-NOVA-X5"))));

        assertThatThrownBy(answers.get(0)::get).isInstanceOf(OrderablePolicy.NotOrderable.class);
        assertThatThrownBy(answers.get(1)::get).isInstanceOf(Order.NumberTaken.class);
        assertThat(answers.get(2).get().response().status()).isEqualTo(201);
        assertThatThrownBy(answers.get(3)::get).isInstanceOf(Order.NumberTaken.class);
        assertThat(new String(answers.get(4).get().response().body(), StandardCharsets.UTF_8))
                .contains("\"orderNumber\":\"A-");
        assertThat(answers.get(5).get().response().status()).isEqualTo(201);
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(orders.findByNumber(fine)).isPresent();
            assertThat(customers.find(refusedCustomer))
                    .as("of a refused order nothing is kept")
                    .isEmpty();
        });
    }

    @Test
    @ActivateRequestContext
    void orders_of_one_customer_change_their_contact_in_the_order_in_which_they_came() {
        UUID jan = UUID.randomUUID();

        List<Supplier<Outcome>> answers = together(List.of(
                keyed(order(Shop.newOrderNumber(), jan, "PHN-NOVA-X5")),
                keyed(order(Shop.newOrderNumber(), jan, "PHN-NOVA-X5", ANOTHER_PHONE)),
                keyed(order(Shop.newOrderNumber(), jan, "PHN-NOVA-X5", null))));

        assertThat(new String(answers.get(0).get().response().body(), StandardCharsets.UTF_8))
                .contains("+48501234567");
        assertThat(new String(answers.get(2).get().response().body(), StandardCharsets.UTF_8))
                .contains(ANOTHER_PHONE);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(
                                customers.find(jan).orElseThrow().contact().phone())
                        .isEqualTo(ANOTHER_PHONE));
        assertThat(new Sql(database)
                        .number("select count(*) from customer_term where customer_id = ? and kind = 'PHONE'", jan))
                .isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void a_key_acts_once_whether_it_comes_in_one_batch_or_in_two() {
        PlaceOrder first = order(Shop.newOrderNumber(), UUID.randomUUID(), "PHN-NOVA-X5");
        RequestKey key = key("first");
        List<Supplier<Outcome>> answers = together(List.of(new Keyed<>(key, first), new Keyed<>(key, first)));
        List<Supplier<Outcome>> later = together(List.of(
                new Keyed<>(key, first),
                new Keyed<>(RequestKey.of(key.principal(), key.key(), "POST", "/api/v1/orders", new byte[] {1}), first),
                keyed(order(Shop.newOrderNumber(), UUID.randomUUID(), "PHN-NOVA-X5"))));

        assertThat(answers.get(0).get().replayed()).isFalse();
        assertThatThrownBy(answers.get(1)::get)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("idempotency-key-in-progress"));
        assertThat(later.get(0).get().replayed()).isTrue();
        assertThat(later.get(0).get().response().body())
                .isEqualTo(answers.get(0).get().response().body());
        assertThatThrownBy(later.get(1)::get)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("idempotency-key-reused"));
        assertThat(later.get(2).get().replayed()).isFalse();
    }

    @Test
    void what_was_answered_once_is_answered_the_same_after_a_rule_has_become_stricter() throws Exception {
        String good = Shop.order(Shop.newOrderNumber(), "ON_PICKUP");
        String bad = good.replace("\"quantity\": 2", "\"quantity\": 0");
        byte[] answer = Shop.post(good).asByteArray();
        String key = UUID.randomUUID().toString();
        requests.run(
                RequestKey.of("shop", key, "POST", "/api/v1/orders", bad.getBytes(StandardCharsets.UTF_8)),
                () -> new StoredResponse(
                        201,
                        Map.of("Content-Type", "application/json", "ETag", "\"v1\"", "Location", "/api/v1/orders/1"),
                        answer));

        Response again = Shop.post(bad, key);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asByteArray()).isEqualTo(answer);
        Shop.post(bad).then().statusCode(422).body("code", equalTo("validation"));
        Shop.post(bad + " ", key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void many_orders_at_once_are_each_placed_once_and_answered_alike_when_they_are_repeated() throws Exception {
        ExecutorService storefronts = Executors.newFixedThreadPool(12);
        try {
            Map<String, String> bodies = new LinkedHashMap<>();
            for (int i = 0; i < 48; i++) {
                bodies.put(UUID.randomUUID().toString(), Shop.order(Shop.newOrderNumber(), "ON_PICKUP"));
            }
            List<Future<Response>> first = new ArrayList<>();
            bodies.forEach((key, body) -> first.add(storefronts.submit(() -> Shop.post(body, key))));
            List<String> answers = new ArrayList<>();
            for (Future<Response> answer : first) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().header("traceparent")).isNotNull();
                answers.add(answer.get().asString());
            }
            List<String> again = new ArrayList<>();
            bodies.forEach((key, body) -> again.add(Shop.post(body, key).asString()));

            assertThat(answers).doesNotHaveDuplicates();
            assertThat(again).isEqualTo(answers);
        } finally {
            storefronts.shutdown();
        }
    }

    /** A correction by customer care holds Jan's row; his orders wait for it, and nobody else's do. */
    @Test
    void orders_that_wait_for_a_lock_do_not_hold_up_their_neighbours() throws Exception {
        String jan = UUID.randomUUID().toString();
        Shop.placed(orderOf(jan));
        ExecutorService storefronts = Executors.newFixedThreadPool(4);
        try {
            List<Future<Response>> waiting = new ArrayList<>();
            QuarkusTransaction.requiringNew().run(() -> {
                customers.findForChange(UUID.fromString(jan)).orElseThrow();
                for (int i = 0; i < 4; i++) {
                    waiting.add(storefronts.submit(() -> Shop.post(orderOf(jan))));
                }
                for (int i = 0; i < 4; i++) {
                    Shop.placed(Shop.order(Shop.newOrderNumber(), "ON_PICKUP"));
                }
                assertThat(waiting).noneMatch(Future::isDone);
            });
            for (Future<Response> answer : waiting) {
                assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            }
        } finally {
            storefronts.shutdown();
        }
    }

    @Test
    void an_order_whose_connection_is_cut_leaves_nothing_and_is_placed_once_when_it_is_repeated() throws Exception {
        String jan = UUID.randomUUID().toString();
        Shop.placed(orderOf(jan));
        String body = orderOf(jan);
        String key = UUID.randomUUID().toString();
        ExecutorService storefront = Executors.newSingleThreadExecutor();
        try {
            Future<Response> cut = QuarkusTransaction.requiringNew().call(() -> {
                customers.findForChange(UUID.fromString(jan)).orElseThrow();
                Future<Response> answer = storefront.submit(() -> Shop.post(body, key));
                Awaitility.await().until(() -> cutWhatWaitsForTheCustomer() || answer.isDone());
                Awaitility.await().until(answer::isDone);
                return answer;
            });

            assertThat(cut.get().statusCode()).isEqualTo(503);
            assertThat(ordersOf(jan)).isEqualTo(1);
            Shop.post(body, key).then().statusCode(201);
            Shop.post(body, key).then().statusCode(201).header("Idempotency-Replayed", "true");
            assertThat(ordersOf(jan)).isEqualTo(2);
        } finally {
            storefront.shutdown();
        }
    }

    private boolean cutWhatWaitsForTheCustomer() {
        return new Sql(database)
                        .number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like 'select * from customer where id = any%'")
                > 0;
    }

    private long ordersOf(String customer) {
        return new Sql(database)
                .number("select count(*) from customer_order where customer_id = ?", UUID.fromString(customer));
    }

    private static String orderOf(String customer) {
        return Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replaceFirst("\\{", "{ \"customerId\": \"" + customer + "\",");
    }

    private List<Supplier<Outcome>> together(List<Keyed<PlaceOrder>> batch) {
        return requests.runTogether(
                batch,
                Duration.ZERO,
                commands -> placing.place(commands).stream()
                        .map(answer -> answer.map(placed -> new StoredResponse(
                                201,
                                Map.of(),
                                (placed.order() + " " + placed.customer() + " \"orderNumber\":\""
                                                + placed.order().number())
                                        .getBytes(StandardCharsets.UTF_8))))
                        .toList());
    }

    private static Keyed<PlaceOrder> keyed(PlaceOrder order) {
        return new Keyed<>(key("order"), order);
    }

    private static RequestKey key(String body) {
        return RequestKey.of(
                "shop", UUID.randomUUID().toString(), "POST", "/api/v1/orders", body.getBytes(StandardCharsets.UTF_8));
    }

    private static PlaceOrder order(@Nullable String number, UUID customer, String sku) {
        return order(number, customer, sku, "+48501234567");
    }

    private static PlaceOrder order(@Nullable String number, UUID customer, String sku, @Nullable String phone) {
        Money price = new Money(249_900, "PLN");
        return new PlaceOrder(
                number,
                new CustomerContact(
                        customer, "Jan Kowalski", "jan.kowalski@example.com", phone, "pl", Channel.EMAIL, null),
                false,
                PaymentMethod.ON_PICKUP,
                "WAW-CENTRUM",
                null,
                List.of(new OrderLine(sku, "Telefon Nova X5", 1, price)),
                price,
                false,
                null,
                "shop",
                null);
    }
}
