package io.orderjourney.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Calls the front door of a running stack, as its operator if nobody else is named. */
final class FrontDoorClient {

    private final StackFile stack;
    private final String token;

    FrontDoorClient(Path dataDirectory) {
        this(dataDirectory, "operator");
    }

    /** @param as whose token is shown */
    FrontDoorClient(Path dataDirectory, String as) {
        this.stack = StackFile.in(dataDirectory);
        this.token = Credentials.in(dataDirectory).token(as);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.frontDoor() + path))
                // A week of business time may take minutes.
                .timeout(Duration.ofMinutes(30))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IllegalStateException(
                    "The stack at " + stack.frontDoor() + " does not answer. Start it: ./journey up", e);
        }
        JsonNode body = Json.MAPPER.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    body.path("detail").asText("The front door answers " + response.statusCode()));
        }
        return body;
    }
}
