package io.orderjourney.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The running stack: its services over HTTP, their databases, and their processes. */
final class BenchStack {

    static final List<String> SERVICES =
            List.of("order-service", "credit-service", "fulfillment-service", "notification-service");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode stack;
    private final JsonNode credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private BenchStack(JsonNode stack, JsonNode credentials) {
        this.stack = stack;
        this.credentials = credentials;
    }

    static BenchStack at(Path stackFile) throws IOException {
        JsonNode stack = JSON.readTree(stackFile.toFile());
        return new BenchStack(
                stack,
                JSON.readTree(Path.of(stack.path("credentialsFile").asText()).toFile()));
    }

    /** A pool of connections to the database of a service. */
    AgroalDataSource database(String service, int connections) throws SQLException {
        JsonNode database = stack.path("databases").path(service);
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(connections)
                        .initialSize(connections)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(
                                        database.path("jdbcUrl").asText())
                                .principal(
                                        new NamePrincipal(database.path("user").asText()))
                                .credential(new SimplePassword(
                                        credentials.path("databasePassword").asText())))));
    }

    /** Calls a service and returns its status. */
    int send(String who, String method, String service, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.path("services").path(service).asText() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token(who))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(Duration.ofSeconds(60))
                .build();
        return sent(request).statusCode();
    }

    /** The shop's business time. */
    Instant now() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.path("frontDoor").asText() + "/demo/clock"))
                .build();
        return Instant.parse(JSON.readTree(sent(request).body()).path("now").asText());
    }

    /** Lets business time pass; everything due on the way is done when this returns. */
    void advance(Duration by) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.path("frontDoor").asText() + "/demo/clock/advance"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"" + by + "\"}"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token("operator"))
                .build();
        HttpResponse<String> response = sent(request);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("The clock was not advanced: " + response.body());
        }
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stop);
        }
    }

    private String token(String who) {
        return credentials.path("tokens").path(who).asText();
    }

    long pid(String name) {
        return stack.path("pids").path(name).asLong();
    }

    /** Only these services run until {@link #resume}; what the others would do is no part of the measurement. */
    void pauseAllBut(String... running) throws IOException {
        signal(
                "STOP",
                SERVICES.stream()
                        .filter(name -> !List.of(running).contains(name))
                        .toList());
    }

    void resume() throws IOException {
        signal("CONT", SERVICES);
    }

    private void signal(String signal, Collection<String> services) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + signal), services.stream().map(name -> Long.toString(pid(name))))
                .toList();
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
