package io.orderjourney.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.rest.testing.ProblemDocument;
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

/** Calls the parcels as their clients do. */
final class ParcelCalls {

    static final String SHOP = "shop-token-0123456789";
    static final String OTHER_SHOP = "other-shop-token-0123456789";
    static final String SALES = "sales-token-0123456789";
    static final String OPERATOR = "operator-token-0123456789";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
        return ProblemDocument.require(status, contentType, body);
    }
}
