package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.testing.GoldenSample;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One phone for 2,499.00 and two cases for 39.50 each, until somebody wants it otherwise. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ChangeOrderStoryTest {

    private static final String ONE_CASE = line("CAS-NOVA-X5", 1);
    private static final String THREE_CASES = line("CAS-NOVA-X5", 3);

    @Inject
    DeliverTwice twice;

    @Inject
    BusinessClock clock;

    private static String line(String sku, int quantity) {
        return "{\"sku\": \"" + sku + "\", \"quantity\": " + quantity + "}";
    }

    private static Response change(UUID order, String key, String etag, String lines, long totalMinor) {
        return Shop.as("shop")
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body("{\"lines\": [" + lines + "], \"total\": {\"amountMinor\": " + totalMinor
                        + ", \"currency\": \"PLN\"}}")
                .post("/api/v1/orders/" + order + "/changes");
    }

    private static Response change(UUID order, String etag, String lines, long totalMinor) {
        return change(order, UUID.randomUUID().toString(), etag, lines, totalMinor);
    }

    @Test
    void a_customer_takes_one_case_less_once_however_often_it_is_sent() {
        UUID order = Shop.place("ON_PICKUP");
        String key = UUID.randomUUID().toString();

        change(order, key, "\"v1\"", ONE_CASE, 253_850)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("order.lines", hasSize(2))
                .body("order.lines[1].quantity", equalTo(1))
                .body("order.total.amountMinor", equalTo(253_850))
                .body("order.state", equalTo("PLACED"));
        change(order, key, "\"v1\"", ONE_CASE, 253_850).then().statusCode(200).header("ETag", "\"v2\"");
        change(order, "\"v1\"", ONE_CASE, 253_850).then().statusCode(412);
        change(order, "\"v2\"", ONE_CASE, 253_850).then().statusCode(422).body("code", equalTo("nothing-changes"));
        change(order, "\"v2\"", line("CAS-NOVA-X5", 0), 249_901)
                .then()
                .statusCode(422)
                .body("code", equalTo("total-mismatch"));

        JsonPath card = Shop.card(order);
        assertThat(card.getList("timeline.text", String.class))
                .containsOnlyOnce("The customer changed the order: 1 instead of 2 × Etui Nova X5");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .extracting(Fact::type)
                        .containsOnlyOnce("orders.order-changed.v1"));
    }

    @Test
    void more_is_ordered_only_of_what_the_shop_sells() {
        UUID order = Shop.place("ON_PICKUP");

        change(
                        order,
                        "\"v1\"",
                        ONE_CASE + ", {\"sku\": \"NO-SUCH-THING\", \"quantity\": 1, \"name\": \"Thing\","
                                + " \"unitPrice\": {\"amountMinor\": 100, \"currency\": \"PLN\"}}",
                        253_950)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/1/sku"))
                .body("errors[0].code", equalTo("article-unknown"));
        change(order, "\"v1\"", THREE_CASES, 261_750).then().statusCode(200);
    }

    @Test
    void a_credit_that_the_bank_was_asked_for_can_shrink_and_not_grow() {
        UUID order = Shop.place("CREDIT");
        Shop.confirm(order);
        twice.event(
                EventTypes.APPLICATION_SUBMITTED,
                order,
                new ApplicationSubmitted(UUID.randomUUID(), "bank", "ewa", clock.instant()));

        change(order, "\"v2\"", THREE_CASES, 261_750)
                .then()
                .statusCode(409)
                .body("code", equalTo("credit-amount-exceeded"));
        twice.event(
                EventTypes.CREDIT_APPROVED,
                order,
                new CreditApproved(UUID.randomUUID(), "bank", new Money(253_850, "PLN"), clock.instant()));
        assertThat(Shop.card(order).getString("promises.find { it.kind == 'GOODS_HOLD' }.outlook"))
                .isEqualTo("WAITING");

        change(order, "\"v3\"", ONE_CASE, 253_850).then().statusCode(200);

        assertThat(Shop.card(order).getString("promises.find { it.kind == 'GOODS_HOLD' }.outlook"))
                .as("the credit covers the order now: there is nothing left to choose")
                .isEqualTo("KEPT");
        twice.event(
                EventTypes.AGREEMENT_SIGNED,
                order,
                GoldenSample.of(EventTypes.AGREEMENT_SIGNED).data());
        change(order, "\"v4\"", line("CAS-NOVA-X5", 0), 249_900)
                .then()
                .statusCode(409)
                .body("code", equalTo("agreement-signed"));
    }

    @Test
    void what_is_ready_or_has_left_the_shop_does_not_change_as_before() {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);
        twice.event(
                EventTypes.READY_FOR_PICKUP,
                order,
                GoldenSample.of(EventTypes.READY_FOR_PICKUP).data());

        change(order, "\"v2\"", THREE_CASES, 261_750).then().statusCode(409).body("code", equalTo("goods-ready"));
        change(order, "\"v2\"", ONE_CASE, 253_850).then().statusCode(200);

        twice.event(
                EventTypes.PART_HANDED_OVER,
                order,
                GoldenSample.of(EventTypes.PART_HANDED_OVER).data());
        change(order, "\"v3\"", line("CAS-NOVA-X5", 0), 249_900)
                .then()
                .statusCode(409)
                .body("code", equalTo("part-handed-over"));
    }
}
