package io.orderjourney.credit.bank.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.ContractJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call to the bank: at most three seconds and four at once, three attempts, and none while most calls fail. The response is
 * limited in size, must be JSON, and redirects are not followed.
 */
@ApplicationScoped
class BankHttpClient {

    static final int RESPONSE_BYTES_MAX = 64 * 1024;

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** Above the fault tolerance's own limit: it only ends a call whose thread cannot be interrupted. */
    private static final Duration LAST_LIMIT = Duration.ofSeconds(5);

    /** The attempt failed in a way that the next one may not. */
    static final class AttemptFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AttemptFailed(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /** The bank refused the request itself: another attempt at once cannot help. */
    static final class RequestRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RequestRejected(int status) {
            super("The bank rejected the request with status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String base;
    private final Optional<String> token;

    BankHttpClient(
            @ConfigProperty(name = "journey.partners.bank.url") String url,
            @ConfigProperty(name = "journey.partners.bank.token") Optional<String> token) {
        this.base = url.replaceAll("/+$", "");
        this.token = token;
    }

    /** POSTs a body; repeating it with the same key must be harmless. */
    @Timeout(3000)
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 150,
            retryOn = {AttemptFailed.class, TimeoutException.class})
    @CircuitBreaker(requestVolumeThreshold = 12, failureRatio = 0.5, delay = 2000, skipOn = RequestRejected.class)
    @Bulkhead(4)
    public JsonNode post(String path, UUID key, Map<String, Object> body) {
        try {
            return call(request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key.toString())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            ContractJson.mapper().writeValueAsBytes(body)))
                    .build());
        } catch (IOException e) {
            throw new AttemptFailed("The bank could not be reached", e);
        }
    }

    /** GETs what the bank knows; empty if it knows nothing of it. */
    @Timeout(3000)
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 150,
            retryOn = {AttemptFailed.class, TimeoutException.class})
    @CircuitBreaker(requestVolumeThreshold = 12, failureRatio = 0.5, delay = 2000, skipOn = RequestRejected.class)
    @Bulkhead(4)
    public Optional<JsonNode> find(String path) {
        try {
            HttpResponse<InputStream> response = send(request(path).GET().build());
            if (response.statusCode() == 404) {
                response.body().close();
                return Optional.empty();
            }
            return Optional.of(read(response));
        } catch (IOException e) {
            throw new AttemptFailed("The bank could not be reached", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .timeout(LAST_LIMIT);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private JsonNode call(HttpRequest request) throws IOException {
        return read(send(request));
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttemptFailed("The call to the bank was interrupted", e);
        }
    }

    private static JsonNode read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status >= 400 && status < 500 && status != 408 && status != 425 && status != 429) {
                throw new RequestRejected(status);
            }
            if (status < 200 || status >= 300) {
                throw new AttemptFailed("The bank responded with status " + status, null);
            }
            byte[] bytes = body.readNBytes(RESPONSE_BYTES_MAX + 1);
            if (bytes.length > RESPONSE_BYTES_MAX) {
                throw new AttemptFailed("The bank's response is too long", null);
            }
            return parse(bytes);
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode tree = ContractJson.mapper().readTree(bytes);
            if (tree == null || !tree.isObject()) {
                throw new AttemptFailed("The bank's response is not a JSON object", null);
            }
            return tree;
        } catch (IOException notJson) {
            throw new AttemptFailed("The bank's response is not JSON", null);
        }
    }
}
