package io.orderjourney.order.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The text 003: no endless redialling. A call that was not answered is a promise to call back. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class MissedCallStoryTest {

    private static String newPhone() {
        return "+48" + ThreadLocalRandom.current().nextInt(600_000_000, 699_999_999);
    }

    private static Response missed(String phone) {
        return Shop.as("shop")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"phone\": \"" + phone + "\"}")
                .post("/api/v1/missed-calls");
    }

    @Test
    void who_has_an_open_order_is_called_back_about_it_and_it_is_a_chase() {
        String phone = newPhone();
        UUID order = Shop.placed(Shop.order(Shop.newOrderNumber(), "ON_PICKUP").replace("+48501234567", phone));

        Response promised = missed(phone);
        promised.then()
                .statusCode(201)
                .body("journeyId", equalTo(order.toString()))
                .body("kind", equalTo("CALLBACK"))
                .body("told", notNullValue());
        String dueAt = promised.jsonPath().getString("dueAt");
        missed(phone).then().statusCode(201).body("dueAt", equalTo(dueAt));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .extracting(Fact::type)
                        .filteredOn("orders.chase-logged.v1"::equals)
                        .hasSize(2));
    }

    @Test
    void who_is_not_known_is_promised_an_answer_once() {
        String phone = newPhone();

        Response promised = missed(phone);
        promised.then().statusCode(201).body("kind", equalTo("INQUIRY_REPLY"));
        UUID inquiry = promised.jsonPath().getUUID("journeyId");
        missed(phone).then().statusCode(201).body("journeyId", equalTo(inquiry.toString()));

        Shop.as("care")
                .get("/api/v1/inquiries/" + inquiry)
                .then()
                .body("channel", equalTo("PHONE"))
                .body("customer.phone", equalTo(phone))
                .body("promises", hasSize(1));
    }

    @Test
    void what_is_no_number_is_refused() {
        missed("501 234 567").then().statusCode(422);
    }
}
