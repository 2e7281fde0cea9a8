package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.promises.CollectorCode;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody whom the customer sends collects the goods, with a code that only the customer was told. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class SomebodyElseTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @ConfigProperty(name = "journey.offers.secret")
    String secret;

    private UUID order = new UUID(0, 0);

    @BeforeEach
    void an_order_is_ready() {
        shop.openTheCounter();
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        order = shop.place(PaymentMethod.PREPAID, sku, 1);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
    }

    @Test
    void who_brings_the_code_gets_the_goods() {
        answered();
        shop.awaitFact(order, EventTypes.COLLECTOR_CODE_ISSUED, 1);

        handOver(code()).statusCode(200).body("handedOverBy", equalTo("counter"));

        handOver(code()).statusCode(409);
    }

    @Test
    void after_five_wrong_codes_only_a_new_one_is_valid() {
        clerkIssues();
        String first = code();
        for (int left = 4; left >= 0; left--) {
            handOver(other(first))
                    .statusCode(409)
                    .body("code", equalTo("wrong-code"))
                    .body("triesLeft", equalTo(left));
        }
        handOver(first).statusCode(409).body("triesLeft", equalTo(0));
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).isEmpty();

        clerkIssues();
        handOver(first).statusCode(409).body("triesLeft", equalTo(4));
        handOver(code()).statusCode(200);
    }

    @Test
    void without_a_code_only_the_customer_collects() {
        handOver("123456").statusCode(409).body("triesLeft", equalTo(0));

        clerkIssues();
        ApiClient.handOver(order).statusCode(200);
        ApiClient.SALES
                .post("/api/v1/pickups/" + order + "/collector-codes", "{}")
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
        answered();
        shop.tellReady(order, 1);
        assertThat(shop.facts(order, EventTypes.COLLECTOR_CODE_ISSUED)).hasSize(1);
    }

    @Test
    void no_fact_has_the_code() {
        clerkIssues();

        assertThat(shop.facts(order)).noneMatch(fact -> fact.data().contains(code()));
    }

    private void answered() {
        broker.publish(
                EventTypes.CUSTOMER_ANSWERED,
                order,
                new CustomerAnswered(UUID.randomUUID(), CustomerAnswer.SOMEBODY_ELSE, null, shop.now()));
    }

    private void clerkIssues() {
        ApiClient.SALES
                .post("/api/v1/pickups/" + order + "/collector-codes", "{}")
                .statusCode(204);
    }

    private String code() {
        return CollectorCode.of(
                shop.lastFact(order, EventTypes.COLLECTOR_CODE_ISSUED).codeId(), secret);
    }

    private static String other(String code) {
        return code.startsWith("9") ? "0" + code.substring(1) : "9" + code.substring(1);
    }

    private ValidatableResponse handOver(String code) {
        String etag =
                ApiClient.COUNTER.get("/api/v1/pickups/" + order).extract().header("ETag");
        return ApiClient.COUNTER
                .request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body("{\"code\": \"" + code + "\"}")
                .post("/api/v1/pickups/" + order + "/hand-over")
                .then();
    }
}
