package io.orderjourney.fulfillment.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ApiAccessTest {

    private static final String ORDER = UUID.randomUUID().toString();

    @TestHTTPResource("/")
    URI base;

    @Test
    void the_served_api_document_is_the_committed_one() {
        OpenApiSnapshot.requireServed(base);
    }

    @Test
    void no_endpoint_answers_without_a_token_or_to_the_wrong_desk() {
        List<String> gets = List.of(
                "/api/v1/stock",
                "/api/v1/purchase-orders",
                "/api/v1/purchase-orders/" + ORDER,
                "/api/v1/pickups/" + ORDER,
                "/api/v1/promise-options?kind=PICKUP_READY",
                "/api/v1/dead-letters",
                "/demo/settled");
        gets.forEach(path -> given().get(path).then().statusCode(401));
        ApiClient.SUPPLIER.get("/api/v1/stock").statusCode(403);
        ApiClient.SUPPLIER.get("/api/v1/pickups/" + ORDER).statusCode(403);
        ApiClient.STOREFRONT.get("/api/v1/purchase-orders").statusCode(403);
        ApiClient.STOREFRONT
                .put("/api/v1/stock/WAW-01/PHONE", "{\"onHand\": 1}")
                .statusCode(403);
        ApiClient.SALES.post("/api/v1/pickups/" + ORDER + "/hand-over", "{}").statusCode(403);
        ApiClient.WAREHOUSE
                .post("/api/v1/pickups/" + ORDER + "/hand-over", "{}")
                .statusCode(403);
        ApiClient.STOREFRONT
                .post("/api/v1/pickups/" + ORDER + "/gates/BANK_PAPERS/openings", "{\"evidence\": \"x\"}")
                .statusCode(403);
        ApiClient.COUNTER.post("/api/v1/stock-arrivals", "{}").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"onHand\": -1}",
                "{\"onHand\": 100001}",
                "{\"onHand\": 1.5}",
                "{\"onHand\": \"1\"}",
                "{\"onHand\": 1, \"colour\": \"black\"}",
                "{\"onHand\": 1",
                "{\"onHand\": 99999999999999999999}"
            })
    void a_malformed_count_is_refused_as_the_callers_fault(String body) {
        int status = ApiClient.WAREHOUSE
                .put("/api/v1/stock/WAW-01/PHONE", body)
                .extract()
                .statusCode();

        assertThat(status).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reference\": \"WZ 1\", \"pickupPoint\": \"WAW-01\", \"lines\": [{\"sku\": \"A\", \"quantity\": 1}]}",
                "{\"reference\": \"WZ-1\", \"pickupPoint\": \"WAW 01\", \"lines\": [{\"sku\": \"A\", \"quantity\": 1}]}",
                "{\"reference\": \"WZ-1\", \"pickupPoint\": \"WAW-01\", \"lines\": []}",
                "{\"reference\": \"WZ-1\", \"pickupPoint\": \"WAW-01\", \"lines\": [null]}",
                "{\"reference\": \"WZ-1\", \"pickupPoint\": \"WAW-01\", \"lines\": [{\"sku\": \"A\", \"quantity\": 0}]}",
                "{\"reference\": \"WZ-1\", \"pickupPoint\": \"WAW-01\", \"lines\": [{\"sku\": \"A\", \"quantity\": 1}],"
                        + " \"arrivedAt\": \"yesterday\"}"
            })
    void a_malformed_arrival_is_refused_as_the_callers_fault(String body) {
        int status = ApiClient.WAREHOUSE
                .post("/api/v1/stock-arrivals", body)
                .extract()
                .statusCode();

        assertThat(status).isIn(400, 422);
    }

    @Test
    void an_unknown_gate_a_malformed_id_and_a_wrong_cursor_are_refused() {
        ApiClient.COUNTER
                .post("/api/v1/pickups/" + ORDER + "/gates/FRONT_DOOR/closures", "{\"reason\": \"x\"}")
                .statusCode(org.hamcrest.Matchers.oneOf(400, 404));
        ApiClient.COUNTER.get("/api/v1/pickups/42").statusCode(org.hamcrest.Matchers.oneOf(400, 404));
        ApiClient.WAREHOUSE.get("/api/v1/stock?limit=1000").statusCode(400);
        ApiClient.WAREHOUSE.get("/api/v1/stock?cursor=zzz").statusCode(400).body("code", equalTo("cursor-invalid"));
        ApiClient.COUNTER
                .request()
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post("/api/v1/pickups/" + ORDER + "/gates/BANK_PAPERS/closures")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void an_unsigned_request_of_a_supplier_changes_no_eta() {
        ApiClient.SUPPLIER
                .request()
                .contentType("application/json")
                .body("{\"etaAt\": \"2027-03-05T12:00:00+01:00\"}")
                .put("/api/v1/purchase-orders/" + ORDER + "/eta")
                .then()
                .statusCode(401)
                .body("code", equalTo("signature-invalid"));
        ApiClient.SUPPLIER
                .put("/api/v1/purchase-orders/" + ORDER + "/eta", "{\"etaAt\": \"2027-03-05T12:00:00+01:00\"}")
                .statusCode(404)
                .body("code", equalTo("purchase-order-not-found"));
    }

    @Test
    void two_lines_of_one_item_in_a_purchase_order_are_refused() {
        ApiClient.WAREHOUSE
                .post("/api/v1/purchase-orders", """
                        {"supplier": "mobile-import", "pickupPoint": "WAW-01", "etaAt": "2027-03-05T12:00:00+01:00",
                         "lines": [{"sku": "A", "quantity": 1}, {"sku": "A", "quantity": 2}]}
                        """)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines"));
    }
}
