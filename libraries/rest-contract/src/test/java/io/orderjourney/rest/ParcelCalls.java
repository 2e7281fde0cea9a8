package io.orderjourney.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Calls the parcels as their clients do. */
final class ParcelCalls {

    static final String SHOP = "shop-token-0123456789";
    static final String OTHER_SHOP = "other-shop-token-0123456789";
    static final String SALES = "sales-token-0123456789";
    static final String OPERATOR = "operator-token-0123456789";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Words that would tell how we are made. */
    private static final Pattern LEAK = Pattern.compile(
            "Exception|java\\.|jakarta\\.|io\\.(quarkus|orderjourney|vertx)|org\\.|insert into|select |\\bat [a-z]+\\.[a-z]",
            Pattern.CASE_INSENSITIVE);

    private final URI base;

    ParcelCalls(URI base) {
        this.base = base;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path, token));
    }

    /** Posts with a key of its own. */
    HttpResponse<String> post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    HttpResponse<String> post(String path, String body, String key) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), key, SHOP);
    }

    HttpResponse<String> post(String path, byte[] body, String key, String token) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }

    static JsonNode requireProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = requireProblem(
                status, response.headers().firstValue("Content-Type").orElse("none"), response.body());
        assertThat(problem.path("code").asText()).as(response.body()).isEqualTo(code);
        return problem;
    }

    static JsonNode requireProblem(int status, String contentType, String body) {
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
}
