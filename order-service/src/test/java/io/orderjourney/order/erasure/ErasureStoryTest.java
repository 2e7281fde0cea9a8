package io.orderjourney.order.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.erasures.CustomerDataErased;
import io.orderjourney.operations.testing.Canary;
import io.orderjourney.order.OtherServices;
import io.orderjourney.order.Published;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ErasureStoryTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @Inject
    BusinessClock clock;

    private final String mark = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final String phone = "+487" + String.format("%08d", Math.floorMod(mark.hashCode(), 100_000_000));

    @Test
    void nothing_is_left_of_an_erased_customer_in_any_table_and_the_others_are_told() throws SQLException {
        UUID order = placed();
        UUID customer = customerOf(order);
        cancel(order);
        assertThat(Canary.found(database, mark, phone))
                .as("it stands somewhere before")
                .isNotEmpty();

        erase(customer).then().statusCode(202).body("customerId", equalTo(customer.toString()));

        String backwards = new StringBuilder(phone.substring(1)).reverse().toString();
        assertThat(Canary.found(database, mark, phone, backwards)).isEmpty();
        await().atMost(A_MOMENT).untilAsserted(() -> {
            List<Published.Fact> contacts = Published.on("customers", customer);
            assertThat(contacts).isNotEmpty();
            assertThat(contacts.get(contacts.size() - 1).json())
                    .as("the tombstone")
                    .isEmpty();
        });
        assertThat(Published.on("orders", order)).noneMatch(fact -> fact.json().contains(mark));
        Shop.as("care").get("/api/v1/customers/" + customer).then().statusCode(404);
        Shop.as("care").get("/api/v1/orders/" + order).then().statusCode(200).body("customer", equalTo(null));
    }

    @Test
    void an_erasure_is_complete_when_every_holder_has_confirmed_it() {
        UUID order = placed();
        UUID customer = customerOf(order);
        cancel(order);
        erase(customer).then().statusCode(202).body("holders", hasSize(4));
        await().atMost(A_MOMENT)
                .untilAsserted(() -> status(customer)
                        .then()
                        .body("complete", equalTo(false))
                        .body("holders.findAll { it.erasedAt != null }.service", equalTo(List.of("order-service"))));

        try (OtherServices others = new OtherServices(clock)) {
            for (String service : List.of("credit-service", "fulfillment-service", "notification-service")) {
                others.publish(
                        service, EventTypes.CUSTOMER_DATA_ERASED, customer, new CustomerDataErased(clock.instant()));
            }
        }

        await().atMost(A_MOMENT).untilAsserted(() -> status(customer).then().body("complete", equalTo(true)));
    }

    @Test
    void a_second_erasure_changes_nothing_and_an_unknown_customer_is_none() {
        UUID order = placed();
        UUID customer = customerOf(order);
        cancel(order);
        String requestedAt = erase(customer).then().statusCode(202).extract().path("requestedAt");

        erase(customer).then().statusCode(202).body("requestedAt", equalTo(requestedAt));
        erase(UUID.randomUUID()).then().statusCode(404).body("code", equalTo("customer-not-found"));
        status(UUID.randomUUID()).then().statusCode(404).body("code", equalTo("erasure-not-found"));
    }

    @Test
    void a_customer_with_an_open_order_is_not_erased() {
        UUID customer = customerOf(placed());

        erase(customer).then().statusCode(409).body("code", equalTo("orders-open"));
        Shop.as("care").get("/api/v1/customers/" + customer).then().statusCode(200);
    }

    private UUID placed() {
        return Shop.placed(Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace("Jan Kowalski", "Jan " + mark)
                .replace("jan.kowalski@", mark + "@")
                .replace("+48501234567", phone));
    }

    private static UUID customerOf(UUID order) {
        return Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().getUUID("customerId");
    }

    private void cancel(UUID order) {
        String etag = Shop.as("sales").get("/api/v1/orders/" + order).header("ETag");
        Shop.as("sales")
                .header("If-Match", etag)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"by\": \"CUSTOMER\", \"reason\": \"" + mark + " moves abroad\"}")
                .post("/api/v1/orders/" + order + "/cancellation")
                .then()
                .statusCode(200);
    }

    private static Response erase(UUID customer) {
        return Shop.as("care")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/customers/" + customer + "/erasure");
    }

    private static Response status(UUID customer) {
        return Shop.as("care").get("/api/v1/customers/" + customer + "/erasure");
    }
}
