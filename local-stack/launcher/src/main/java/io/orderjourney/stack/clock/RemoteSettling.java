package io.orderjourney.stack.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderjourney.stack.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A service of the stack, asked over HTTP. */
final class RemoteSettling implements Settling {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final HttpClient http;
    private final HttpRequest request;

    RemoteSettling(String name, String baseUrl, String operatorToken, HttpClient http) {
        this.name = name;
        this.http = http;
        this.request = HttpRequest.newBuilder(URI.create(baseUrl + "/demo/settled"))
                .header("Authorization", "Bearer " + operatorToken)
                .timeout(LIMIT)
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Settled settled() {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(name + " answers " + response.statusCode() + " at /demo/settled");
            }
            return Json.MAPPER.readValue(response.body(), Settled.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + " answers nonsense at /demo/settled: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not answer at /demo/settled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}
