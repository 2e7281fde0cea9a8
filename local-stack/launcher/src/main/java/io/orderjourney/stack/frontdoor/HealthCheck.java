package io.orderjourney.stack.frontdoor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks all services at once whether they are ready. */
final class HealthCheck {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** One row of the start page; {@code url} is its management's, {@code state} is {@code ready}, {@code not ready} or {@code does not answer}. */
    record ServiceHealth(String name, String url, String state) {

        public String chip() {
            return state.equals("ready") ? "good" : state.equals("not ready") ? "warn" : "bad";
        }
    }

    private final Map<String, String> services;
    private final HttpClient http;

    /** @param services base URL of each service's management by name */
    HealthCheck(Map<String, String> services, HttpClient http) {
        this.services = services;
        this.http = http;
    }

    List<ServiceHealth> check() {
        return services.entrySet().stream().map(service -> ask(service.getKey(), service.getValue())).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private CompletableFuture<ServiceHealth> ask(String name, String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(LIMIT)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(
                        response -> new ServiceHealth(name, url, response.statusCode() == 200 ? "ready" : "not ready"))
                .exceptionally(noResponse -> new ServiceHealth(name, url, "does not answer"));
    }
}
