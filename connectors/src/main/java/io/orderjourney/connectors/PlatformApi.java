package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls an API with JSON. Everything but 2xx is a failure, whose text holds the status and not the answer. */
final class PlatformApi {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI base;
    private final String headerName;
    private final String headerValue;

    /** @param headerName of the header that says who calls, such as {@code Authorization} */
    PlatformApi(URI base, String headerName, String headerValue) {
        this.base = base;
        this.headerName = headerName;
        this.headerValue = headerValue;
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /** @throws IOException if nobody answered */
    Answer send(String method, String path, JsonNode body, String... moreHeaders)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header(headerName, headerValue)
                .header("Accept", "application/json");
        if (moreHeaders.length > 0) {
            request.headers(moreHeaders);
        }
        if (body.isMissingNode()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response));
    }

    /** @throws IOException unless the answer is 2xx */
    JsonNode require(String method, String path, JsonNode body) throws IOException, InterruptedException {
        Answer answer = send(method, path, body);
        if (!answer.isGood()) {
            throw new IOException(method + " " + path + " answered " + answer.status());
        }
        return answer.body();
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
