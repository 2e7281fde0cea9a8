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
    private static final String ANSWERS = "/api/v1/answers/{token}";

    /** A role for which nothing here was made. */
    private static final String PARTNER = "test-token-of-partner";

    @TestHTTPResource("/")
    URI address;

    private record Door(String verb, String path, JsonNode operation) {

        String address() {
            return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    @Test
    void the_committed_api_document_is_the_one_that_is_served() {
        OpenApiSnapshot.requireServed(address);
    }

    @Test
    void every_operation_has_an_example_of_what_is_sent_and_what_comes_back() throws IOException {
        List<Door> ours = doors().stream()
                .filter(door -> !door.path().startsWith("/api/v1/dead-letters")
                        && !door.path().startsWith("/demo"))
                .toList();

        assertThat(ours).hasSizeGreaterThanOrEqualTo(12);
        assertThat(ours).allSatisfy(door -> {
            JsonNode body = door.operation().path("requestBody").path("content");
            assertThat(body).as(door.verb() + door.path()).allMatch(media -> media.has("example"));
            door.operation().path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> assertThat(response.getValue().path("content"))
                            .as(door.verb() + door.path())
                            .allMatch(media -> media.has("example")));
        });
    }

    @Test
    void nobody_comes_in_without_a_token_and_nobody_with_a_role_that_is_not_meant() throws IOException {
        List<Door> closed =
                doors().stream().filter(door -> !door.path().equals(ANSWERS)).toList();

        assertThat(closed).hasSizeGreaterThanOrEqualTo(14);
        assertThat(closed).allSatisfy(door -> {
            assertThat(status(given(), door)).as(door.toString()).isEqualTo(401);
            assertThat(status(given().auth().oauth2("no-such-token-0000"), door))
                    .as(door.toString())
                    .isEqualTo(401);
            assertThat(status(given().auth().oauth2(PARTNER), door))
                    .as(door.toString())
                    .isEqualTo(403);
        });
    }

    @Test
    void only_management_changes_the_policy_and_only_the_operator_sees_dead_letters() {
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
        assertThat(live).contains("promise watch", "notice sender", "messaging loops");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void questions_that_make_no_sense_are_answered_in_words() {
        for (String path : List.of(
                "/api/v1/promises?desk=KITCHEN",
                "/api/v1/promises?outlook=GOOD",
                "/api/v1/promises?journey=x",
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

    private static int status(RequestSpecification caller, Door door) {
        RequestSpecification request =
                caller.header("Idempotency-Key", UUID.randomUUID().toString());
        if (door.operation().has("requestBody")) {
            request = request.contentType("application/json").body("{}");
        }
        return request.request(door.verb(), door.address()).statusCode();
    }

    private static List<Door> doors() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString());
        List<Door> doors = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> doors.add(new Door(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return doors;
    }
}
