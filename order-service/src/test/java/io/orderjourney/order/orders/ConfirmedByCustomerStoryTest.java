package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Case A4: a customer who gave only a mail address is promised no call that nobody can make. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ConfirmedByCustomerStoryTest {

    private static final String CALL = "promises.find { it.kind == 'CONFIRMATION_CALL' }";

    @Inject
    DeliverTwice twice;

    @Inject
    BusinessClock clock;

    private static Response placeWithMailOnly() {
        return Shop.post(Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace("\"phone\": \"+48501234567\",", "")
                .replace("\"preferredChannel\": \"SMS\"", "\"preferredChannel\": \"EMAIL\""));
    }

    private static Response confirm(UUID order, String etag) {
        return Shop.as("shop").header("If-Match", etag).post("/api/v1/orders/" + order + "/confirmation");
    }

    private CustomerAnswered says(CustomerAnswer answer) {
        return new CustomerAnswered(UUID.randomUUID(), answer, null, clock.instant());
    }

    @Test
    void who_cannot_be_called_is_asked_to_confirm_and_the_storefront_says_that_they_did() {
        Response placed = placeWithMailOnly();
        placed.then().statusCode(201).body(CALL + ".waiting.reason", equalTo("CONFIRMATION"));
        UUID order = placed.jsonPath().getUUID("order.journeyId");
        assertThat(Shop.card(order).getString(CALL + ".outlook")).isEqualTo("WAITING");
        assertThat(Shop.card(order).getList("waitsFor.text"))
                .contains("The customer's turn: they confirm the order in writing");

        confirm(order, "\"v0\"").then().statusCode(412);
        confirm(order, "\"v1\"")
                .then()
                .statusCode(200)
                .body("order.state", equalTo("CONFIRMED"))
                .body("order.confirmedBy", equalTo("customer"))
                .body("order.callAttempts", equalTo(0));

        assertThat(Shop.card(order).getString(CALL + ".outlook")).isEqualTo("KEPT");
        confirm(order, "\"v2\"").then().statusCode(409);
        Shop.as("sales")
                .header("If-Match", "\"v2\"")
                .post("/api/v1/orders/" + order + "/confirmation")
                .then()
                .statusCode(403);
    }

    @Test
    void a_yes_to_the_message_confirms_the_order_once() {
        UUID order = placeWithMailOnly().jsonPath().getUUID("order.journeyId");

        twice.event(EventTypes.CUSTOMER_ANSWERED, order, says(CustomerAnswer.ACCEPT));
        twice.event(EventTypes.CUSTOMER_ANSWERED, order, says(CustomerAnswer.ACCEPT));

        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("CONFIRMED");
        assertThat(card.getList("timeline.type"))
                .filteredOn("orders.order-confirmed.v1"::equals)
                .hasSize(1);
    }

    @Test
    void a_yes_to_another_message_confirms_no_order_that_waits_for_a_call() {
        UUID order = Shop.place("ON_PICKUP");

        twice.event(EventTypes.CUSTOMER_ANSWERED, order, says(CustomerAnswer.ACCEPT));

        assertThat(Shop.card(order).getString("stage")).isEqualTo("PLACED");
    }

    @Test
    void who_never_confirms_is_waited_for_and_then_the_order_ends() {
        UUID order = placeWithMailOnly().jsonPath().getUUID("order.journeyId");
        JsonPath card = Shop.card(order);

        twice.event(
                EventTypes.WAITING_EXPIRED,
                order,
                new WaitingExpired(
                        UUID.fromString(card.getString(CALL + ".id")),
                        PromiseKind.CONFIRMATION_CALL,
                        WaitingReason.CONFIRMATION,
                        OffsetDateTime.parse(card.getString(CALL + ".waiting.untilAt"))
                                .toInstant()));

        assertThat(Shop.card(order).getString("stage")).isEqualTo("UNREACHABLE");
    }
}
