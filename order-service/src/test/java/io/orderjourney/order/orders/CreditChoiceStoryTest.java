package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.promises.WaitingExpired;
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
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class CreditChoiceStoryTest {

    private static final String HOLD = "promises.find { it.kind == 'GOODS_HOLD' }";

    @Inject
    DeliverTwice twice;

    @Inject
    BusinessClock clock;

    private UUID refused() {
        UUID order = Shop.place("CREDIT");
        Shop.confirm(order);
        refuse(order);
        return order;
    }

    private void refuse(UUID order) {
        twice.event(EventTypes.CREDIT_REFUSED, order, new CreditRefused(UUID.randomUUID(), "bank", clock.instant()));
    }

    private static Response pay(UUID order, String etag, String payment) {
        return Shop.as("sales")
                .header("If-Match", etag)
                .body("{\"payment\": \"" + payment + "\"}")
                .put("/api/v1/orders/" + order + "/payment");
    }

    @Test
    void a_refused_customer_pays_at_the_counter() {
        UUID order = refused();
        refuse(order);

        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("REFUSED");
        assertThat(card.getList("promises.kind")).containsOnlyOnce("GOODS_HOLD");
        assertThat(card.getString(HOLD + ".outlook")).isEqualTo("WAITING");
        assertThat(card.getString(HOLD + ".waiting.reason")).isEqualTo("CREDIT_CHOICE");
        assertThat(card.getString(HOLD + ".waiting.untilAt"))
                .as("They are told as long as the shop waits")
                .isEqualTo(card.getString(HOLD + ".dueAt"));
        assertThat(card.getList("waitsFor.text"))
                .contains("The customer's turn: they choose another way to pay, or cancel");

        pay(order, "\"v2\"", "ON_PICKUP")
                .then()
                .statusCode(200)
                .header("ETag", "\"v3\"")
                .body("order.payment", equalTo("ON_PICKUP"))
                .body("order.state", equalTo("CONFIRMED"));

        JsonPath paid = Shop.card(order);
        assertThat(paid.getString(HOLD + ".outlook")).isEqualTo("KEPT");
        assertThat(paid.getString("order.payment")).isEqualTo("ON_PICKUP");
        assertThat(paid.getString("stage")).isEqualTo("CONFIRMED");
        assertThat(paid.getList("gates.gate")).containsExactly("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT");
        assertThat(paid.getString("nextStep.kind")).isNotEqualTo("GOODS_HOLD");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .extracting(Fact::type)
                        .containsOnlyOnce("orders.payment-changed.v1"));
        refuse(order);
        assertThat(Shop.card(order).getString(HOLD + ".outlook"))
                .as("A bank that refuses again refuses nobody")
                .isEqualTo("KEPT");
    }

    @Test
    void an_order_changes_to_the_counter_only_and_only_once() {
        UUID order = Shop.place("CREDIT");

        pay(order, "\"v1\"", "PREPAID").then().statusCode(422).body("errors[0].pointer", equalTo("/payment"));
        pay(order, "\"v1\"", "CREDIT").then().statusCode(409).body("code", equalTo("no-rest-to-pay"));
        pay(order, "\"v0\"", "ON_PICKUP").then().statusCode(412);
        pay(order, "\"v1\"", "ON_PICKUP").then().statusCode(200);
        pay(order, "\"v2\"", "ON_PICKUP").then().statusCode(409).body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void an_approval_after_a_refusal_takes_the_choice_back() {
        UUID order = refused();

        twice.event(
                EventTypes.CREDIT_APPROVED,
                order,
                new CreditApproved(UUID.randomUUID(), "bank", new Money(257_800, "PLN"), clock.instant()));

        JsonPath card = Shop.card(order);
        assertThat(card.getString(HOLD + ".outlook")).isEqualTo("WITHDRAWN");
        assertThat(card.getString("stage")).isEqualTo("APPROVED");
        assertThat(card.getBoolean("open")).isTrue();
    }

    private void approve(UUID order, long amountMinor) {
        twice.event(
                EventTypes.CREDIT_APPROVED,
                order,
                new CreditApproved(UUID.randomUUID(), "bank", new Money(amountMinor, "PLN"), clock.instant()));
    }

    @Test
    void case_A6_an_approval_below_the_amount_is_the_customers_choice_and_they_may_pay_the_rest() {
        UUID order = Shop.place("CREDIT");
        Shop.confirm(order);
        approve(order, 257_799);

        JsonPath card = Shop.card(order);
        assertThat(card.getString(HOLD + ".waiting.reason")).isEqualTo("CREDIT_CHOICE");

        pay(order, "\"v2\"", "CREDIT").then().statusCode(412);
        pay(order, "\"v3\"", "CREDIT").then().statusCode(200).body("order.payment", equalTo("CREDIT"));
        assertThat(Shop.card(order).getString(HOLD + ".outlook")).isEqualTo("KEPT");
        pay(order, "\"v3\"", "CREDIT").then().statusCode(409);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .filteredOn(fact -> fact.type().equals("orders.rest-payment-agreed.v1"))
                        .singleElement()
                        .extracting(Fact::json)
                        .asString()
                        .contains("\"amountMinor\":1"));
    }

    @Test
    void an_approval_of_the_whole_amount_leaves_nothing_to_choose() {
        UUID order = Shop.place("CREDIT");
        Shop.confirm(order);
        approve(order, 257_800);
        assertThat(Shop.card(order).getList("promises.kind")).doesNotContain("GOODS_HOLD");

        approve(order, 100_000);
        assertThat(Shop.card(order).getString(HOLD + ".outlook")).isEqualTo("WAITING");
        approve(order, 257_800);
        assertThat(Shop.card(order).getString(HOLD + ".outlook")).isEqualTo("WITHDRAWN");
    }

    @Test
    void who_chooses_nothing_in_time_loses_the_goods() {
        UUID order = refused();
        JsonPath card = Shop.card(order);

        twice.event(
                EventTypes.WAITING_EXPIRED,
                order,
                new WaitingExpired(
                        UUID.fromString(card.getString(HOLD + ".id")),
                        PromiseKind.GOODS_HOLD,
                        WaitingReason.CREDIT_CHOICE,
                        OffsetDateTime.parse(card.getString(HOLD + ".waiting.untilAt"))
                                .toInstant()));

        JsonPath ended = Shop.card(order);
        assertThat(ended.getString("stage")).isEqualTo("CREDIT_REFUSED");
        assertThat(ended.getBoolean("open")).isFalse();
        assertThat(ended.getString(HOLD + ".outlook")).isEqualTo("WITHDRAWN");
    }
}
