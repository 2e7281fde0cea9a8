package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What came back through a client. */
record ApiResponse(int status, JsonNode body, String etag) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ApiResponse of(HttpResponse<String> response) {
        try {
            JsonNode body = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new ApiResponse(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + response.body(), e);
        }
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }

    ApiResponse ok() {
        assertThat(status).as(body.toPrettyString()).isEqualTo(200);
        return this;
    }

    /** It was refused, in this way. */
    ApiResponse refused(int expectedStatus, String code) {
        assertThat(status).as(body.toPrettyString()).isEqualTo(expectedStatus);
        assertThat(text("/code")).isEqualTo(code);
        return this;
    }
}
