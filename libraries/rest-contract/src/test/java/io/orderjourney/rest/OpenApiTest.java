package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class OpenApiTest {

    @TestHTTPResource("/")
    URI base;

    private ParcelCalls calls;

    @BeforeEach
    void knowTheAddress() {
        calls = new ParcelCalls(base);
    }

    @Test
    void the_document_of_the_api_says_what_all_calls_share() {
        JsonNode document = json(calls.get("/q/openapi?format=json", ParcelCalls.SHOP));

        JsonNode post = document.path("paths").path("/api/v1/parcels").path("post");
        assertThat(post.path("parameters").findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(post.path("responses").fieldNames())
                .toIterable()
                .contains("400", "401", "403", "409", "422", "default");
        JsonNode put = document.path("paths").path("/api/v1/parcels/{id}/name").path("put");
        assertThat(put.path("responses").fieldNames()).toIterable().contains("404", "412", "428");
        JsonNode signed = document.path("paths").path("/api/v1/parcels/signed").path("post");
        assertThat(signed.path("parameters").findValuesAsText("name")).doesNotContain("Idempotency-Key");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/Problem/required").findValuesAsText("code"))
                .isNotNull();
        assertThat(document.at("/info/version").asText()).isEqualTo("1");
    }

    @Test
    void a_served_document_that_is_not_committed_is_noticed() {
        assertThatThrownBy(() -> OpenApiSnapshot.requireServed(base))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Line 1")
                .hasMessageContaining("cp target/openapi.yaml src/main/openapi/openapi.yaml");
    }
}
