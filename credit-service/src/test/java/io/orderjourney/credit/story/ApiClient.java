package io.orderjourney.credit.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.rest.webhook.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The service's HTTP API, from outside. */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;

    ApiClient(String base) {
        this.base = base;
    }

    ApiResponse get(Caller caller, String path) {
        return send(request(caller, path).GET());
    }

    /** A POST with a key of its own. */
    ApiResponse post(Caller caller, String path, Object body) {
        return post(
                caller, path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    ApiResponse post(Caller caller, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(caller, path).POST(json(body));
        headers.forEach(request::header);
        if (!"".equals(body)) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    ApiResponse put(Caller caller, String path, Object body) {
        return send(
                request(caller, path).header("Content-Type", "application/json").PUT(json(body)));
    }

    ApiResponse delete(Caller caller, String path) {
        return send(request(caller, path).DELETE());
    }

    /** A callback as the bank signs it. */
    ApiResponse callback(String path, Object body) {
        return callback(path, body, BankServer.SECRET);
    }

    ApiResponse callback(String path, Object body, String secret) {
        return callback(path, path, body, secret);
    }

    /** @param signedFor the path that stands in the signature */
    ApiResponse callback(String path, String signedFor, Object body, String secret) {
        byte[] bytes = write(body).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        WebhookSignature.of(secret)
                .sign("call-" + UUID.randomUUID(), "POST", signedFor, bytes)
                .forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(Caller caller, String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + caller.token());
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return "".equals(body) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(write(body));
    }

    private static String write(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ApiResponse send(HttpRequest.Builder request) {
        try {
            return ApiResponse.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A body of names and values in turn; nulls are left out. */
    static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                Object value = namesAndValues[i + 1];
                body.put(
                        (String) namesAndValues[i],
                        value instanceof Map || value instanceof Boolean ? value : value.toString());
            }
        }
        return body;
    }
}
