package io.orderjourney.fulfillment.story;

import static io.restassured.RestAssured.given;

import io.orderjourney.rest.webhook.WebhookSignature;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Calls the API of the service with the token of one role. */
public final class ApiClient {

    public static final ApiClient WAREHOUSE = new ApiClient("warehouse-token-0123456789");
    public static final ApiClient COUNTER = new ApiClient("counter-token-0123456789");
    public static final ApiClient STOREFRONT = new ApiClient("shop-token-0123456789");
    public static final ApiClient BOSS = new ApiClient("boss-token-0123456789");
    public static final ApiClient SALES = new ApiClient("sales-token-0123456789");
    public static final ApiClient SUPPLIER = new ApiClient("supplier-token-0123456789");
    public static final ApiClient OTHER_SUPPLIER = new ApiClient("accessories-token-0123456789");
    public static final ApiClient COURIER = new ApiClient("courier-token-0123456789");
    public static final ApiClient OPERATOR = new ApiClient("operator-token-0123456789");

    static final String SUPPLIER_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    static final String OTHER_SECRET = "whsec_YWNjZXNzb3JpZXMtMDEyMzQ1Njc4OWFiY2RlZg==";

    static final String COURIER_SECRET = "whsec_Y291cmllci1jb3VyaWVyLWNvdXJpZXItMDEyMzQ1";

    private final String token;

    private ApiClient(String token) {
        this.token = token;
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse put(String path, String body) {
        return requestWith("PUT", path, body).put(path).then();
    }

    public ValidatableResponse put(String path, String body, String ifMatch) {
        return requestWith("PUT", path, body)
                .header("If-Match", ifMatch)
                .put(path)
                .then();
    }

    public ValidatableResponse post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public ValidatableResponse post(String path, String body, String key) {
        return requestWith("POST", path, body)
                .header("Idempotency-Key", key)
                .post(path)
                .then();
    }

    /** A request with a body; a supplier and a courier sign it, each with their own secret. */
    private RequestSpecification requestWith(String method, String path, String body) {
        RequestSpecification request = request().contentType(ContentType.JSON).body(body);
        if (this != SUPPLIER && this != OTHER_SUPPLIER && this != COURIER) {
            return request;
        }
        String secret = this == SUPPLIER ? SUPPLIER_SECRET : this == COURIER ? COURIER_SECRET : OTHER_SECRET;
        return request.headers(signature(secret, UUID.randomUUID().toString(), method, path, body));
    }

    static Map<String, String> signature(String secret, String id, String method, String path, String body) {
        return WebhookSignature.of(secret).sign(id, method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Counts a shelf. */
    public static void stock(String sku, int onHand) {
        WAREHOUSE
                .put("/api/v1/stock/" + Shop.PICKUP_POINT + "/" + sku, "{\"onHand\": " + onHand + "}")
                .statusCode(200);
    }

    /** Orders goods from a supplier. */
    public static UUID purchase(String sku, int quantity, Instant etaAt) {
        String id = WAREHOUSE
                .post("/api/v1/purchase-orders", """
                        {"supplier": "mobile-import", "pickupPoint": "%s", "etaAt": "%s",
                         "lines": [{"sku": "%s", "quantity": %d}]}
                        """.formatted(Shop.PICKUP_POINT, etaAt, sku, quantity))
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    /** Books goods in. */
    public static void arrive(UUID purchaseOrderId, String sku, int quantity) {
        WAREHOUSE
                .post("/api/v1/stock-arrivals", """
                        {"reference": "WZ-%s", "pickupPoint": "%s", "purchaseOrderId": "%s",
                         "lines": [{"sku": "%s", "quantity": %d}]}
                        """.formatted(
                                UUID.randomUUID(), Shop.PICKUP_POINT, purchaseOrderId, sku, quantity))
                .statusCode(201);
    }

    /** Hands a parcel to the courier, or checks it in, as the warehouse does that has read it first. */
    public static ValidatableResponse parcel(UUID orderId, String action) {
        String etag = WAREHOUSE
                .get("/api/v1/parcels/" + orderId)
                .statusCode(200)
                .extract()
                .header("ETag");
        return WAREHOUSE
                .request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body("{}")
                .post("/api/v1/parcels/" + orderId + "/" + action)
                .then();
    }

    /** Hands the goods over as the counter does, having read the order first. */
    public static ValidatableResponse handOver(UUID orderId) {
        String etag = COUNTER.get("/api/v1/pickups/" + orderId)
                .statusCode(200)
                .extract()
                .header("ETag");
        return handOver(orderId, etag);
    }

    public static ValidatableResponse handOver(UUID orderId, String etag) {
        return COUNTER.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body("{}")
                .post("/api/v1/pickups/" + orderId + "/hand-over")
                .then();
    }
}
