package io.orderjourney.order;

import static io.restassured.RestAssured.given;

import io.orderjourney.operations.testing.Settling;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** What the storefront and the desks do in the tests, over HTTP. */
public final class Shop {

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Settling.GROWING_PAUSES);
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger(500_000);

    private Shop() {}

    public static RequestSpecification as(String who) {
        return given().header("Authorization", "Bearer " + who + "-token-0123456789")
                .contentType(ContentType.JSON);
    }

    public static String newOrderNumber() {
        return "T-" + NUMBERS.incrementAndGet();
    }

    /** An order for one phone and two cases. */
    public static String order(String orderNumber, String payment) {
        return """
            {
              "orderNumber": "%s",
              "customer": {
                "name": "Jan Kowalski", "email": "jan.kowalski@example.com", "phone": "+48501234567",
                "language": "pl", "preferredChannel": "SMS"
              },
              "payment": "%s",
              "pickupPoint": "WAW-CENTRUM",
              "lines": [
                { "sku": "PHN-NOVA-X5", "name": "Telefon Nova X5", "quantity": 1,
                  "unitPrice": { "amountMinor": 249900, "currency": "PLN" } },
                { "sku": "CAS-NOVA-X5", "name": "Etui Nova X5", "quantity": 2,
                  "unitPrice": { "amountMinor": 3950, "currency": "PLN" } }
              ],
              "total": { "amountMinor": 257800, "currency": "PLN" }
            }
            """.formatted(orderNumber, payment);
    }

    public static Response post(String body) {
        return post(body, UUID.randomUUID().toString());
    }

    public static Response post(String body, String key) {
        return as("shop").header("Idempotency-Key", key).body(body).post("/api/v1/orders");
    }

    /** Places an order and returns the id of its journey. */
    public static UUID place(String payment) {
        return placed(order(newOrderNumber(), payment));
    }

    public static UUID placed(String body) {
        Response answer = post(body);
        answer.then().statusCode(201);
        return answer.jsonPath().getUUID("order.journeyId");
    }

    public static Response call(UUID order, String etag, String body) {
        return as("sales")
                .header("If-Match", etag)
                .header("Journey-Actor", "anna")
                .body(body)
                .post("/api/v1/orders/" + order + "/confirmation-calls");
    }

    public static void confirm(UUID order) {
        String etag = as("sales").get("/api/v1/orders/" + order).header("ETag");
        call(order, etag, "{\"outcome\": \"REACHED\"}").then().statusCode(200);
    }

    public static JsonPath card(UUID journey) {
        Response answer = as("care").get("/api/v1/journeys/" + journey);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }
}
