package io.orderjourney.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;

/** What every refusal looks like. */
public final class ProblemDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Words that would tell how we are made. */
    private static final Pattern LEAK = Pattern.compile(
            "Exception|java\\.|jakarta\\.|io\\.(quarkus|orderjourney|vertx)|org\\.|insert into|select |\\bat [a-z]+\\.[a-z]",
            Pattern.CASE_INSENSITIVE);

    private ProblemDocument() {}

    /**
     * The document, if it is complete and tells nothing about our inside.
     *
     * @param status of the answer
     * @throws AssertionError if it is not
     */
    public static JsonNode require(int status, String contentType, String body) {
        assertThat(contentType).as(body).isEqualTo("application/problem+json");
        JsonNode problem = json(body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isNotBlank();
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:order-journey:problem:" + problem.path("code").asText());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
        assertThat(problem.path("retryable").isBoolean()).isTrue();
        assertThat(problem.path("errors").isArray()).isTrue();
        assertThat(LEAK.matcher(body).find()).as(body).isFalse();
        return problem;
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }
}
