package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.notices.CustomerAnswered;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class EndJourneyStoryTest {

    private static final String BY_CUSTOMER = "{\"by\": \"CUSTOMER\"}";
    private static final String BY_SHOP = "{\"by\": \"SHOP\", \"reason\": \"The supplier gave up\"}";
    private static final String CALL = "promises.find { it.kind == 'CONFIRMATION_CALL' }";

    @Inject
    DeliverTwice twice;

    @Inject
    BusinessClock clock;

    private GoodsHandedOver handOver() {
        return new GoodsHandedOver("WAW-CENTRUM", "counter:olga", clock.instant());
    }

    private static Response cancel(String who, UUID order, String etag, String key, String body) {
        return Shop.as(who)
                .header("If-Match", etag)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/orders/" + order + "/cancellation");
    }

    private static Response cancel(String who, UUID order, String body) {
        String etag = Shop.as("sales").get("/api/v1/orders/" + order).header("ETag");
        return cancel(who, order, etag, UUID.randomUUID().toString(), body);
    }

    private static String state(UUID order) {
        return Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().getString("state");
    }

    private static void awaitOneEnd(UUID order) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .extracting(Fact::type)
                        .containsOnlyOnce("orders.journey-ended.v1"));
    }

    @Test
    void a_repeated_hand_over_completes_the_order_once() {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);

        twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver());
        twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver());

        assertThat(state(order)).isEqualTo("COMPLETED");
        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("COMPLETED");
        assertThat(card.getBoolean("open")).isFalse();
        assertThat(card.<Object>get("nextStep")).isNull();
        assertThat(card.getList("promises.outlook")).doesNotContain("ON_TRACK", "AT_RISK", "MISSED");
        awaitOneEnd(order);
    }

    @Test
    void a_hand_over_of_an_unconfirmed_order_is_refused() {
        UUID order = Shop.place("ON_PICKUP");

        assertThat(catchThrowable(() -> twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver())))
                .hasMessageContaining("PLACED");
        assertThat(state(order)).isEqualTo("PLACED");
    }

    @Test
    void a_customer_cancels_and_nothing_is_promised_any_more() {
        UUID order = Shop.place("CREDIT");
        String key = UUID.randomUUID().toString();

        for (int repeat = 0; repeat < 2; repeat++) {
            cancel("shop", order, "\"v1\"", key, BY_CUSTOMER)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"v2\"")
                    .body("order.state", equalTo("CANCELLED_BY_CUSTOMER"))
                    .body("order.endedAt", notNullValue())
                    .body("promises.withdrawnAt", everyItem(notNullValue()));
        }

        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("CANCELLED_BY_CUSTOMER");
        assertThat(card.getBoolean("open")).isFalse();
        assertThat(card.<Object>get("nextStep")).isNull();
        assertThat(card.getList("promises.outlook")).containsOnly("WITHDRAWN");
        assertThat(card.getList("timeline.text")).contains("The customer cancelled the order");
        awaitOneEnd(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "care", "counter", "credit", "boss"})
    void every_desk_that_meets_the_customer_can_cancel(String desk) {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);

        cancel(desk, order, BY_SHOP).then().statusCode(200).body("order.state", equalTo("CANCELLED_BY_SHOP"));
    }

    @Test
    void a_storefront_cancels_for_the_customer_only() {
        UUID order = Shop.place("ON_PICKUP");

        cancel("shop", order, BY_SHOP).then().statusCode(403);

        assertThat(state(order)).isEqualTo("PLACED");
    }

    @Test
    void after_an_end_every_command_is_refused_naming_the_state() {
        UUID order = Shop.place("CREDIT");
        cancel("sales", order, BY_CUSTOMER).then().statusCode(200);

        cancel("sales", order, BY_SHOP)
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"))
                .body("detail", containsString("CANCELLED_BY_CUSTOMER"))
                .body("detail", containsString("CANCELLED_BY_SHOP"));
        Shop.call(order, "\"v2\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("CANCELLED_BY_CUSTOMER"))
                .body("detail", containsString("CONFIRMED"));
        Shop.as("sales")
                .header("If-Match", "\"v2\"")
                .body("{\"payment\": \"ON_PICKUP\"}")
                .put("/api/v1/orders/" + order + "/payment")
                .then()
                .statusCode(409)
                .body("detail", containsString("CANCELLED_BY_CUSTOMER"))
                .body("detail", containsString("ON_PICKUP"));
    }

    @Test
    void a_cancellation_needs_the_version_that_was_seen_and_who_wants_it() {
        UUID order = Shop.place("ON_PICKUP");
        String key = UUID.randomUUID().toString();

        cancel("sales", order, "\"v0\"", key, BY_CUSTOMER).then().statusCode(412);
        cancel("sales", order, "{}").then().statusCode(422);
        cancel("sales", order, "{\"by\": \"NOBODY\"}").then().statusCode(422);
        Shop.as("sales")
                .header("If-Match", "\"v1\"")
                .body(BY_CUSTOMER)
                .post("/api/v1/orders/" + order + "/cancellation")
                .then()
                .statusCode(400);

        assertThat(state(order)).isEqualTo("PLACED");
    }

    @Test
    void the_cancel_button_of_a_message_cancels_once() {
        UUID order = Shop.place("CREDIT");
        CustomerAnswered cancel = new CustomerAnswered(UUID.randomUUID(), CustomerAnswer.CANCEL, null, clock.instant());
        twice.event(
                EventTypes.CUSTOMER_ANSWERED,
                order,
                new CustomerAnswered(UUID.randomUUID(), CustomerAnswer.ACCEPT, null, clock.instant()));
        assertThat(state(order)).isEqualTo("PLACED");

        twice.event(EventTypes.CUSTOMER_ANSWERED, order, cancel);
        twice.event(EventTypes.CUSTOMER_ANSWERED, order, cancel);

        assertThat(state(order)).isEqualTo("CANCELLED_BY_CUSTOMER");
        awaitOneEnd(order);
    }

    @Test
    void goods_that_were_handed_over_after_an_end_change_nothing_but_the_timeline() {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);
        cancel("care", order, BY_CUSTOMER).then().statusCode(200);

        twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver());

        assertThat(state(order)).isEqualTo("CANCELLED_BY_CUSTOMER");
        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("CANCELLED_BY_CUSTOMER");
        assertThat(card.getList("timeline.text")).contains("The goods were handed over");
    }

    @Test
    void an_unreachable_customer_is_waited_for_and_then_the_order_ends() {
        UUID order = Shop.place("CREDIT");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(Shop.card(order).getString(CALL + ".outlook")).isNotEqualTo("WAITING");
            Shop.call(order, "\"v" + attempt + "\"", "{\"outcome\": \"NO_ANSWER\"}")
                    .then()
                    .statusCode(200)
                    .body("order.callAttempts", equalTo(attempt));
        }
        JsonPath card = Shop.card(order);
        assertThat(card.getString(CALL + ".outlook")).isEqualTo("WAITING");
        assertThat(card.getString(CALL + ".waiting.reason")).isEqualTo("NOT_REACHED");
        assertThat(card.getList("waitsFor.text")).contains("The customer's turn: they call back or choose a time");

        OffsetDateTime untilAt = OffsetDateTime.parse(card.getString(CALL + ".waiting.untilAt"));
        Shop.call(order, "\"v4\"", "{\"outcome\": \"NO_ANSWER\"}").then().statusCode(200);
        assertThat(Shop.card(order).getString(CALL + ".waiting.untilAt"))
                .as("One more call does not give them more time")
                .isEqualTo(card.getString(CALL + ".waiting.untilAt"));

        UUID call = UUID.fromString(card.getString(CALL + ".id"));
        expire(order, call, WaitingReason.NOT_REACHED, untilAt.minusMinutes(1));
        assertThat(state(order)).as("Not before the limit").isEqualTo("PLACED");
        expire(order, call, WaitingReason.DOCUMENTS_MISSING, untilAt);
        assertThat(state(order)).as("Not for another reason").isEqualTo("PLACED");

        expire(order, call, WaitingReason.NOT_REACHED, untilAt);

        assertThat(state(order)).isEqualTo("UNREACHABLE");
        assertThat(Shop.card(order).getString("stage")).isEqualTo("UNREACHABLE");
        awaitOneEnd(order);
    }

    @Test
    void a_customer_who_calls_back_in_time_confirms_the_order() {
        UUID order = Shop.place("CREDIT");
        for (int attempt = 1; attempt <= 3; attempt++) {
            Shop.call(order, "\"v" + attempt + "\"", "{\"outcome\": \"NO_ANSWER\"}");
        }
        JsonPath card = Shop.card(order);

        Shop.call(order, "\"v4\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(200)
                .body("order.state", equalTo("CONFIRMED"));
        expire(
                order,
                UUID.fromString(card.getString(CALL + ".id")),
                WaitingReason.NOT_REACHED,
                OffsetDateTime.parse(card.getString(CALL + ".waiting.untilAt")));

        assertThat(state(order)).isEqualTo("CONFIRMED");
        assertThat(Shop.card(order).getString(CALL + ".outlook")).isEqualTo("KEPT");
    }

    private void expire(UUID order, UUID promise, WaitingReason reason, OffsetDateTime at) {
        twice.event(
                EventTypes.WAITING_EXPIRED,
                order,
                new WaitingExpired(promise, PromiseKind.CONFIRMATION_CALL, reason, at.toInstant()));
    }
}
