package io.orderjourney.order.inquiries;

import static io.orderjourney.order.inquiries.InquiryStoryTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "Tell me when it is there again": an inquiry that waits for goods, and not for an answer. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class StockAlertStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DeliverTwice twice;

    private static Response wants(String sku, String pickupPoint) {
        return Shop.as("shop")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"sku": "%s", "pickupPoint": "%s", "channel": "WEB_FORM",
                         "customer": {"name": "Ewa Nowak", "email": "ewa.%s@example.com", "language": "pl"}}
                        """.formatted(sku, pickupPoint, UUID.randomUUID()))
                .post("/api/v1/stock-alerts");
    }

    private static UUID waits() {
        Response noted = wants("PHN-NOVA-X5", "WAW-01");
        noted.then().statusCode(201).body("promises.kind", contains("NEXT_UPDATE"));
        return noted.jsonPath().getUUID("journeyId");
    }

    private UUID warehousePromises(UUID journey) {
        UUID promise = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        twice.event(
                EventTypes.PROMISE_MADE,
                journey,
                new PromiseMade(
                        promise,
                        PromiseKind.BACK_IN_STOCK,
                        Desk.WAREHOUSE,
                        "supplier",
                        UUID.randomUUID(),
                        "policy",
                        "pl",
                        "O dostępności towaru poinformujemy w piątek",
                        now.plus(Duration.ofDays(3)),
                        null,
                        Precision.END_OF_DAY,
                        List.of(),
                        now));
        return promise;
    }

    @Test
    void it_is_over_when_the_goods_are_there() {
        UUID journey = waits();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Published.on("orders", journey))
                        .extracting(Fact::json)
                        .anyMatch(json -> json.contains("wanted")));

        UUID promise = warehousePromises(journey);
        read(journey)
                .then()
                .body("open", equalTo(true))
                .body("promises.findAll { it.keptAt == null }.kind", contains("BACK_IN_STOCK"));

        twice.event(
                EventTypes.PROMISE_KEPT,
                journey,
                new PromiseKept(promise, PromiseKind.BACK_IN_STOCK, "in stock", Instant.now()));

        read(journey).then().body("open", equalTo(false));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Published.on("orders", journey).stream()
                                .map(Fact::type)
                                .toList())
                        .containsExactly("orders.inquiry-received.v1", "orders.journey-ended.v1"));
    }

    @Test
    void who_asks_something_else_too_is_answered_before_it_is_over() {
        UUID journey = waits();
        UUID promise = warehousePromises(journey);

        Shop.as("shop")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\": \"EMAIL\", \"text\": \"A w kolorze czarnym?\"}")
                .post("/api/v1/inquiries/" + journey + "/messages")
                .then()
                .statusCode(201)
                .body("promises.kind", hasItems("BACK_IN_STOCK", "INQUIRY_REPLY"));
        twice.event(
                EventTypes.PROMISE_KEPT,
                journey,
                new PromiseKept(promise, PromiseKind.BACK_IN_STOCK, "in stock", Instant.now()));

        read(journey).then().body("open", equalTo(true));
    }

    @Test
    void a_day_for_goods_is_not_put_off_with_words() {
        UUID journey = waits();

        Shop.as("care")
                .header("If-Match", read(journey).header("ETag"))
                .body("""
                        {"text": "Zapytaliśmy hurtownię o termin dostawy.",
                         "interim": {"answerDueAt": "%s", "waitsFor": "SUPPLIER"}}
                        """.formatted(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS)))
                .post("/api/v1/inquiries/" + journey + "/replies")
                .then()
                .statusCode(409)
                .body("code", equalTo("inquiry-waits-for-goods"));
    }

    @Test
    void what_the_shop_does_not_have_nobody_waits_for() {
        wants("NO-SUCH-THING", "WAW-01").then().statusCode(422).body("errors.code", contains("article-unknown"));
        wants("PHN-NOVA-X5", "NOWHERE").then().statusCode(422);
    }
}
