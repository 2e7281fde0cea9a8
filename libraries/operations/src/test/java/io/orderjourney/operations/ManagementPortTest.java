package io.orderjourney.operations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service as it is built for production: what tells of its inside is not where its callers come. */
@QuarkusTest
@TestProfile(ManagementPortTest.AsBuilt.class)
@QuarkusTestResource(OwnDatabase.class)
class ManagementPortTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    public static final class AsBuilt implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.management.enabled", "true", "quarkus.management.test-port", "0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/"})
    void callers_find_nothing_of_a_services_inside(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void who_runs_the_service_sees_its_health_its_metrics_and_its_api() {
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
        given().get(management.resolve("/q/metrics")).then().statusCode(200).body(containsString("journey_outbox"));
        given().get(management.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .body(containsString("\"/api/v1/dead-letters\""));
    }

    @Test
    void the_api_is_not_on_the_management_port() {
        given().get(management.resolve("/api/v1/dead-letters")).then().statusCode(404);
    }
}
