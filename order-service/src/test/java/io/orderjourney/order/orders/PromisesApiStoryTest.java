package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every owner of promises answers, here for those of order-service. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PromisesApiStoryTest {

    private static final String CALL = "promises.find { it.kind == 'CONFIRMATION_CALL' }";

    private static UUID call(UUID order) {
        return UUID.fromString(Shop.card(order).getString(CALL + ".id"));
    }

    private static OffsetDateTime later(UUID order, int days) {
        return OffsetDateTime.parse(Shop.card(order).getString(CALL + ".dueAt")).plusDays(days);
    }

    private static Response reschedule(UUID promise, String etag, OffsetDateTime dueAt, String reason) {
        return Shop.as("sales")
                .header("If-Match", etag)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"dueAt\": \"%s\", \"reason\": \"%s\"}".formatted(dueAt, reason))
                .post("/api/v1/promises/" + promise + "/reschedule");
    }

    /** The call as it can be kept next from that day on. */
    private static OffsetDateTime possible(UUID order, int days) {
        OffsetDateTime wished = later(order, days);
        Response asked = Shop.as("sales")
                .queryParam("kind", "CONFIRMATION_CALL")
                .queryParam("journeyId", order)
                .queryParam("requestedAt", wished.toString())
                .get("/api/v1/promise-options");
        return asked.statusCode() == 200
                ? wished
                : OffsetDateTime.parse(asked.jsonPath().getString("nextPossibleAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "PICKUP_READY, fulfillment-service",
        "PICKUP_SLOT, fulfillment-service",
        "STOCK_ARRIVAL, fulfillment-service",
        "CREDIT_CALL, credit-service",
        "SIGNING_APPOINTMENT, credit-service"
    })
    void case_D1_a_kind_of_another_service_is_not_answered_but_its_owner_is_named(String kind, String owner) {
        Shop.as("sales")
                .get("/api/v1/promise-options?kind=" + kind)
                .then()
                .statusCode(404)
                .body("code", equalTo("kind-of-another-service"))
                .body("owner", equalTo(owner))
                .body("detail", containsString(owner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMATION_CALL", "CALLBACK", "NEXT_UPDATE", "GOODS_HOLD"})
    void a_kind_of_this_service_is_answered(String kind) {
        Shop.as("sales")
                .get("/api/v1/promise-options?kind=" + kind)
                .then()
                .statusCode(200)
                .body("options[0].kind", equalTo(kind));
    }

    @Test
    void case_D3_of_two_clerks_who_saw_the_same_date_one_is_told_that_it_changed() {
        UUID order = Shop.place("ON_PICKUP");
        UUID call = call(order);
        OffsetDateTime dueAt = possible(order, 3);

        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Integer>> both = Stream.of(1, 2)
                    .map(clerk -> CompletableFuture.supplyAsync(
                            () -> reschedule(call, "\"v0\"", dueAt, "DESK_BUSY").statusCode(), clerks))
                    .toList();
            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        } finally {
            clerks.shutdownNow();
        }
        assertThat(Shop.card(order).getInt(CALL + ".revision")).isEqualTo(1);
    }

    @Test
    void case_D4_the_customer_asked_only_if_they_said_something_and_each_word_counts_once() {
        UUID order = Shop.place("ON_PICKUP");
        UUID call = call(order);
        OffsetDateTime dueAt = possible(order, 3);

        reschedule(call, "\"v0\"", dueAt, "CUSTOMER_ASKED")
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence-missing"));
        assertThat(Shop.card(order).getInt(CALL + ".revision")).isZero();

        Shop.as("care")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\": \"PHONE\"}")
                .post("/api/v1/journeys/" + order + "/inquiries")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> reschedule(call, "\"v0\"", dueAt, "CUSTOMER_ASKED")
                        .then()
                        .statusCode(200));

        reschedule(call, "\"v1\"", possible(order, 7), "CUSTOMER_ASKED")
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence-missing"));
    }

    @Test
    void case_J11_a_storefront_does_not_read_the_queue_of_sales() {
        Shop.as("shop").get("/api/v1/orders?queue=sales").then().statusCode(403);
        Shop.as("sales").get("/api/v1/orders?queue=sales").then().statusCode(200);
        Shop.as("shop").get("/api/v1/orders?orderNumber=T-0").then().statusCode(200);
    }
}
