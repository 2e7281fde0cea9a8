package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.testing.MalformedRequests;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the service's tests: what half-valid requests leave behind disturbs no other test. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
@Order(Integer.MAX_VALUE)
class MalformedRequestsTest {

    private static final Map<String, String> CALLERS = Map.of(
            "STOREFRONT", "shop",
            "SALES", "sales",
            "CREDIT", "credit",
            "PICKUP_POINT", "counter",
            "CUSTOMER_CARE", "care",
            "MANAGEMENT", "boss",
            "PARTNER", "supplier",
            "OPERATOR", "operator");

    @TestHTTPResource("/")
    URI base;

    @Test
    void no_malformed_request_is_a_server_error() throws IOException {
        UUID order = Shop.place("CREDIT");
        String customer =
                Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().getString("customerId");
        String promise = Shop.card(order).getString("promises[0].id");
        Map<String, String> tokens = new HashMap<>(CALLERS);
        tokens.replaceAll((role, name) -> name + "-token-0123456789");

        Set<Integer> answered = MalformedRequests.at(base, tokens)
                .knowing("/api/v1/orders/{journeyId}", "/api/v1/orders/" + order)
                .knowing("/api/v1/customers/{customerId}", "/api/v1/customers/" + customer)
                .knowing("/api/v1/journeys/{journey}", "/api/v1/journeys/" + order)
                .knowing("/api/v1/journeys/{journeyId}", "/api/v1/journeys/" + order)
                .knowing("/api/v1/promises/{id}", "/api/v1/promises/" + promise)
                .send(2026, 250);

        assertThat(answered).contains(200, 201, 400, 401, 403, 404, 405, 406, 412, 415, 422, 428);
        Shop.place("ON_PICKUP");
    }
}
