package io.orderjourney.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls the front door of a running stack, as its operator if nobody else is named. */
final class FrontDoorClient {

    private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

    private final StackFile stack;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FrontDoorClient(Path dataDirectory) {
        this(dataDirectory, "operator");
    }

    /** @param as whose token is shown */
    FrontDoorClient(Path dataDirectory, String as) {
        this.stack = StackFile.in(dataDirectory);
        this.token = Credentials.in(dataDirectory).token(as);
    }

    JsonNode get(String path) {
        try {
            return send(request(path).timeout(LOOK_LIMIT).GET()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IllegalStateException failure ? failure : e;
        }
    }

    /** Has no time limit: a week of business time may take very long. */
    CompletableFuture<JsonNode> post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.frontDoor() + path)).header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<JsonNode> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .handle((response, failure) -> {
                    if (failure != null) {
                        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                        throw new IllegalStateException(
                                cause instanceof ConnectException
                                        ? "The stack at " + stack.frontDoor()
                                                + " does not respond. Start it: ./journey up"
                                        : "The front door failed: " + cause,
                                cause);
                    }
                    return body(response);
                });
    }

    private static JsonNode body(HttpResponse<String> response) {
        try {
            JsonNode body = Json.MAPPER.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        body.path("detail").asText("The front door responds with status " + response.statusCode()));
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The front door responds with something other than JSON", e);
        }
    }
}
