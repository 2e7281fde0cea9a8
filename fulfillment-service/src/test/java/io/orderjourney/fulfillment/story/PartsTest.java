package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.REST_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone that is on the shelf and a case that the supplier brings later, in one order. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PartsTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    private String phone = "";
    private String box = "";
    private UUID purchase = new UUID(0, 0);

    @BeforeEach
    void a_phone_is_here_and_a_case_comes_in_four_days() {
        shop.openTheCounter();
        phone = Shop.freshSku("PHONE");
        box = Shop.freshSku("CASE");
        ApiClient.stock(phone, 1);
        purchase = ApiClient.purchase(box, 1, shop.now().plus(Duration.ofDays(4)));
    }

    @Test
    void a_customer_who_chooses_parts_collects_what_is_here_and_the_rest_when_it_comes() {
        UUID order = shop.place(placed(PaymentMethod.ON_PICKUP));
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.GATE_OPENED, 1);
        assertThat(shop.lastFact(order, EventTypes.PARTS_CHANGED)).satisfies(offered -> {
            assertThat(offered.inParts())
                    .as("together, unless they say otherwise")
                    .isFalse();
            assertThat(skus(offered.here())).containsExactly(phone);
            assertThat(skus(offered.coming())).containsExactly(box);
        });
        Instant promisedForAll = shop.promise(order, PICKUP_READY).dueAt();

        answer(order, CustomerAnswer.IN_PARTS);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);

        assertThat(shop.promise(order, REST_READY).dueAt())
                .as("the rest keeps the day that was promised for all")
                .isEqualTo(promisedForAll);
        assertThat(shop.promise(order, PICKUP_READY).dueAt()).isBefore(promisedForAll);
        assertThat(shop.open(order))
                .extracting(Promise::kind)
                .containsExactlyInAnyOrder(STOCK_ARRIVAL, PICKUP_READY, PICKUP_SLOT, REST_READY);
        shop.tellReady(order, 1);
        Shop.await(() -> !shop.promise(order, PICKUP_READY).isOpen());
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .body("inParts", equalTo(true))
                .body("amountDue.amountMinor", equalTo(240_000));

        ApiClient.handOver(order)
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("amountDue.amountMinor", equalTo(10_000))
                .body("promises.kind", contains("STOCK_ARRIVAL", "REST_READY"));
        assertThat(shop.facts(order, EventTypes.PART_HANDED_OVER)).hasSize(1);
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).isEmpty();
        assertThat(shop.facts(order, EventTypes.READINESS_WITHDRAWN)).isEmpty();
        assertThat(shop.promise(order, PICKUP_SLOT).keptAt()).isNotNull();
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + phone).body("items[0].onHand", equalTo(0));

        ApiClient.arrive(purchase, box, 1);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 2);
        assertThat(shop.lastFact(order, EventTypes.READY_FOR_PICKUP).readiness())
                .isEqualTo(2);
        shop.tellReady(order, 2);
        Shop.await(() -> !shop.promise(order, REST_READY).isOpen());
        assertThat(shop.promise(order, REST_READY).keptAt()).isNotNull();

        ApiClient.handOver(order).statusCode(200).body("promises", hasSize(0));
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + box)
                .body("items[0].onHand", equalTo(0))
                .body("items[0].reserved", equalTo(0));
        assertThat(shop.open(order)).isEmpty();
    }

    @Test
    void a_storefront_may_ask_for_parts_and_a_rest_that_comes_early_is_collected_with_the_first() {
        OrderPlaced placed = placed(PaymentMethod.PREPAID);
        UUID order = shop.place(new OrderPlaced(
                placed.orderNumber(),
                placed.customerId(),
                placed.language(),
                placed.payment(),
                placed.pickupPoint(),
                placed.lines(),
                placed.total(),
                null,
                placed.placedAt(),
                null,
                true));
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        Shop.await(() -> !shop.promise(order, PICKUP_READY).isOpen());
        UUID slot = shop.promise(order, PICKUP_SLOT).id();

        ApiClient.arrive(purchase, box, 1);

        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 2);
        assertThat(shop.lastFact(order, EventTypes.READY_FOR_PICKUP).readiness())
                .as("nobody is told not to come")
                .isEqualTo(1);
        assertThat(shop.promise(order, REST_READY).keptAt()).isNotNull();
        assertThat(shop.open(order)).extracting(Promise::id).containsExactly(slot);
        ApiClient.handOver(order).statusCode(200);
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
        assertThat(shop.facts(order, EventTypes.PART_HANDED_OVER)).isEmpty();
    }

    @Test
    void a_scratched_case_does_not_keep_the_phone_if_the_customer_wants_it_now() {
        ApiClient.stock(box, 1);
        UUID order = shop.place(placed(PaymentMethod.PREPAID));
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        shop.awaitFact(order, EventTypes.PROMISE_KEPT, 1);

        ApiClient.COUNTER
                .post("/api/v1/pickups/" + order + "/losses", """
                        {"reason": "DAMAGED", "lines": [{"sku": "%s", "quantity": 1}]}
                        """.formatted(box))
                .statusCode(200)
                .body("ready", equalTo(false));
        assertThat(shop.lastFact(order, EventTypes.PARTS_CHANGED))
                .extracting(PartsChanged::inParts)
                .isEqualTo(false);

        choose(order, true).statusCode(200).body("ready", equalTo(true));
        assertThat(shop.lastFact(order, EventTypes.READY_FOR_PICKUP).readiness())
                .isEqualTo(2);
        choose(order, true).statusCode(200);
        choose(order, false).statusCode(409).body("detail", containsString("ready or was handed over"));
        assertThat(shop.promise(order, REST_READY).isOpen()).isTrue();
    }

    @Test
    void a_journey_that_ends_between_the_parts_frees_the_rest_and_leaves_the_first() {
        UUID order = shop.place(placed(PaymentMethod.PREPAID));
        choose(order, true).statusCode(200).body("ready", equalTo(true));
        shop.tellReady(order, 1);
        shop.awaitFact(order, EventTypes.PROMISE_KEPT, 1);
        ApiClient.handOver(order).statusCode(200);

        broker.publish(EventTypes.JOURNEY_ENDED, order, new JourneyEnded(JourneyEnd.CANCELLED_BY_CUSTOMER, shop.now()));
        Shop.await(() -> shop.open(order).isEmpty());

        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .body("end", equalTo("CANCELLED_BY_CUSTOMER"))
                .body("lines.find { it.sku == '" + phone + "' }.handedOver", equalTo(true));
        ApiClient.arrive(purchase, box, 1);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + box)
                .body("items[0].onHand", equalTo(1))
                .body("items[0].reserved", equalTo(0));
        choose(order, false).statusCode(409).body("detail", containsString("CANCELLED_BY_CUSTOMER"));
    }

    @Test
    void goods_in_one_place_cannot_be_collected_in_parts_and_an_old_page_changes_nothing() {
        ApiClient.stock(box, 1);
        UUID order = shop.place(placed(PaymentMethod.PREPAID));
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);

        choose(order, true).statusCode(409).body("detail", containsString("in one place"));
        answer(order, CustomerAnswer.IN_PARTS);
        shop.tellReady(order, 1);
        shop.awaitFact(order, EventTypes.PROMISE_KEPT, 1);

        assertThat(shop.facts(order, EventTypes.PARTS_CHANGED)).isEmpty();
        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("inParts", equalTo(false));
    }

    private OrderPlaced placed(PaymentMethod payment) {
        OrderPlaced order = shop.order(payment, null);
        return new OrderPlaced(
                order.orderNumber(),
                order.customerId(),
                order.language(),
                payment,
                order.pickupPoint(),
                List.of(
                        new OrderLine(phone, "Phone", 1, new Money(240_000, "PLN")),
                        new OrderLine(box, "Case", 1, new Money(10_000, "PLN"))),
                new Money(250_000, "PLN"),
                null,
                order.placedAt());
    }

    private void answer(UUID order, CustomerAnswer answer) {
        broker.publish(
                EventTypes.CUSTOMER_ANSWERED, order, new CustomerAnswered(UUID.randomUUID(), answer, null, shop.now()));
    }

    private ValidatableResponse choose(UUID order, boolean inParts) {
        return ApiClient.SALES.put("/api/v1/pickups/" + order + "/parts", "{\"inParts\": " + inParts + "}");
    }

    private static List<String> skus(List<PartLine> lines) {
        return lines.stream().map(PartLine::sku).toList();
    }
}
