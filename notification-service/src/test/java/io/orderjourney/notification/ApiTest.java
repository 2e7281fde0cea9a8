package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The API as a whole: what it says about itself, and who may call what. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class ApiTest {

    /** What a customer opens without a login; every other operation needs a role. */
    private static final String CUSTOMERS_PAGE = "/o";

    /** Comes with the key of its heartbeat instead of a token. */
    private static final String BEATS = "/api/v1/heartbeats/{name}/beats";

    /** A role for which nothing here was made. */
    private static final String PARTNER = "test-token-of-partner";

    @TestHTTPResource("/")
    URI address;

    private record Endpoint(String verb, String path, JsonNode operation) {

        String address() {
            return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    @Test
    void the_committed_openapi_document_is_served() {
        OpenApiSnapshot.requireServed(address);
    }

    @Test
    void every_operation_has_request_and_response_examples() throws IOException {
        List<Endpoint> ours = endpoints().stream()
                .filter(endpoint -> !endpoint.path().startsWith("/api/v1/dead-letters")
                        && !endpoint.path().startsWith("/demo"))
                .toList();

        assertThat(ours).hasSizeGreaterThanOrEqualTo(12);
        assertThat(ours).allSatisfy(endpoint -> {
            JsonNode body = endpoint.operation().path("requestBody").path("content");
            assertThat(body).as(endpoint.verb() + endpoint.path()).allMatch(media -> media.has("example"));
            endpoint.operation().path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> assertThat(response.getValue().path("content"))
                            .as(endpoint.verb() + endpoint.path())
                            .allMatch(media -> media.has("example")));
        });
    }

    @Test
    void every_endpoint_requires_a_token_with_a_suitable_role() throws IOException {
        List<Endpoint> closed = endpoints().stream()
                .filter(endpoint -> !endpoint.path().equals(CUSTOMERS_PAGE)
                        && !endpoint.path().startsWith(CUSTOMERS_PAGE + "/")
                        && !endpoint.path().equals(BEATS))
                .toList();

        assertThat(closed).hasSizeGreaterThanOrEqualTo(14);
        assertThat(closed).allSatisfy(endpoint -> {
            assertThat(status(given(), endpoint)).as(endpoint.toString()).isEqualTo(401);
            assertThat(status(given().auth().oauth2("no-such-token-0000"), endpoint))
                    .as(endpoint.toString())
                    .isEqualTo(401);
            assertThat(status(given().auth().oauth2(PARTNER), endpoint))
                    .as(endpoint.toString())
                    .isEqualTo(403);
        });
    }

    @Test
    void policy_changes_need_management_and_dead_letters_the_operator() {
        given().auth()
                .oauth2("test-token-of-sales")
                .get("/api/v1/policy")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2("test-token-of-sales")
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/policy")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/dead-letters")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(ShopDay.OPERATOR)
                .get("/api/v1/dead-letters")
                .then()
                .statusCode(200);
    }

    @Test
    void the_service_is_alive_and_ready_with_its_loops() {
        given().get("/q/health/live").then().statusCode(200);
        String live = given().get("/q/health/live").asString();
        assertThat(live).contains("background loops", "promise-watch", "notice-sender");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void malformed_queries_get_problem_responses() {
        for (String path : List.of(
                "/api/v1/promises?desk=KITCHEN",
                "/api/v1/promises?outlook=GOOD",
                "/api/v1/promises?journeyId=x",
                "/api/v1/promises?limit=0",
                "/api/v1/promises?limit=1000000000",
                "/api/v1/promises?cursor=abc",
                "/api/v1/notices",
                "/api/v1/desk-tasks?limit=x")) {
            given().auth()
                    .oauth2(ShopDay.MANAGEMENT)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    private static int status(RequestSpecification caller, Endpoint endpoint) {
        RequestSpecification request =
                caller.header("Idempotency-Key", UUID.randomUUID().toString());
        if (endpoint.operation().has("requestBody")) {
            request = request.contentType("application/json").body("{}");
        }
        return request.request(endpoint.verb(), endpoint.address()).statusCode();
    }

    private static List<Endpoint> endpoints() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString());
        List<Endpoint> endpoints = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> endpoints.add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return endpoints;
    }
}
