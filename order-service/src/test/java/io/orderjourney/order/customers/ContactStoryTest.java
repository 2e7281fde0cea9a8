package io.orderjourney.order.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.orderjourney.order.Published;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ContactStoryTest {

    private static final String NEW_CONTACT = """
            {"name": "Jan Nowak", "email": "jan.nowak@example.com", "language": "en"}
            """;

    private static UUID customer() {
        return Shop.post(Shop.order(Shop.newOrderNumber(), "CREDIT")).jsonPath().getUUID("order.customerId");
    }

    private static Response put(UUID customer, String etag, String body) {
        return Shop.as("shop").header("If-Match", etag).body(body).put("/api/v1/customers/" + customer);
    }

    @Test
    void a_changed_contact_replaces_the_old_one_and_reaches_the_other_services() {
        UUID customer = customer();
        Shop.as("care")
                .get("/api/v1/customers/" + customer)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("name", equalTo("Jan Kowalski"));

        put(customer, "\"v1\"", NEW_CONTACT)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("name", equalTo("Jan Nowak"))
                .body("phone", nullValue())
                .body("preferredChannel", equalTo("EMAIL"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<Published.Fact> contacts = Published.on("customers", customer);
            assertThat(contacts).isNotEmpty();
            assertThat(contacts.get(contacts.size() - 1).json())
                    .contains("Jan Nowak")
                    .doesNotContain("+48");
        });
    }

    @Test
    void the_same_contact_again_is_not_a_change() {
        UUID customer = customer();
        put(customer, "\"v1\"", NEW_CONTACT).then().header("ETag", "\"v2\"");

        put(customer, "\"v2\"", NEW_CONTACT).then().statusCode(200).header("ETag", "\"v2\"");
    }

    @Test
    void another_order_updates_the_contact_of_the_customer() {
        UUID customer = customer();
        String again = Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace("\"name\": \"Jan Kowalski\"", "\"name\": \"Jan K. Kowalski\"")
                .replace("\"customer\": {", "\"customerId\": \"" + customer + "\", \"customer\": {");

        Shop.post(again)
                .then()
                .statusCode(201)
                .body("order.customerId", equalTo(customer.toString()))
                .body("order.customer.name", equalTo("Jan K. Kowalski"));

        Shop.as("care").get("/api/v1/customers/" + customer).then().header("ETag", "\"v2\"");
    }

    @Test
    void case_H2_what_another_order_leaves_out_stays_as_it_was() {
        UUID customer = customer();
        String again = Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace(
                        "\"email\": \"jan.kowalski@example.com\", \"phone\": \"+48501234567\",",
                        "\"phone\": \"+48601000111\",")
                .replace("\"language\": \"pl\", \"preferredChannel\": \"SMS\"", "\"language\": \"pl\"")
                .replace("\"customer\": {", "\"customerId\": \"" + customer + "\", \"customer\": {");

        Shop.post(again)
                .then()
                .statusCode(201)
                .body("order.customer.email", equalTo("jan.kowalski@example.com"))
                .body("order.customer.phone", equalTo("+48601000111"))
                .body("order.customer.preferredChannel", equalTo("SMS"));
    }

    @Test
    void case_H3_a_correction_made_on_what_an_order_has_changed_since_is_refused() {
        UUID customer = customer();
        String again = Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace("+48501234567", "+48601000112")
                .replace("\"customer\": {", "\"customerId\": \"" + customer + "\", \"customer\": {");
        Shop.post(again).then().statusCode(201);

        put(customer, "\"v1\"", NEW_CONTACT).then().statusCode(412);
        Shop.as("care").get("/api/v1/customers/" + customer).then().body("phone", equalTo("+48601000112"));
    }

    @Test
    void an_invalid_change_of_the_contact_is_refused() {
        UUID customer = customer();

        put(customer, "\"v7\"", NEW_CONTACT).then().statusCode(412);
        Shop.as("shop")
                .body(NEW_CONTACT)
                .put("/api/v1/customers/" + customer)
                .then()
                .statusCode(428);
        put(customer, "\"v1\"", "{\"name\": \"Jan\", \"language\": \"pl\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("contact-missing"));
        put(
                        customer,
                        "\"v1\"",
                        NEW_CONTACT.replace(
                                "\"language\": \"en\"", "\"language\": \"en\", \"timeZone\": \"Mars/Base\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("time-zone-unknown"));
        put(UUID.randomUUID(), "\"v1\"", NEW_CONTACT)
                .then()
                .statusCode(404)
                .body("code", equalTo("customer-not-found"));
        Shop.as("sales")
                .header("If-Match", "\"v1\"")
                .body(NEW_CONTACT)
                .put("/api/v1/customers/" + customer)
                .then()
                .statusCode(403);
    }
}
