package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import io.orderjourney.time.SettableClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Simulators on a free port, a clock that stands still, and a shop that takes their calls. */
abstract class SimulatorsFixture {

    static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static final String COURIER_SECRET = "whsec_Y291cmllci1jb3VyaWVyLWNvdXJpZXItMDEyMzQ1";
    static final String SUPPLIER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    record Response(int status, String text) {

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text, e);
            }
        }
    }

    @TempDir
    Path directory;

    final Vertx vertx = Vertx.vertx();
    final SettableClock clock = SettableClock.inMemory(MONDAY_NOON);
    FakeShop shop;
    Simulators simulators;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop();
        start();
    }

    @AfterEach
    void close() {
        simulators.close();
        shop.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    void start() throws Exception {
        simulators = Simulators.start(
                vertx,
                new Simulators.Settings(
                        0,
                        directory,
                        shop.url(),
                        shop.url(),
                        SECRET,
                        SUPPLIER_SECRET,
                        COURIER_SECRET,
                        "partner-token",
                        "warehouse-token",
                        "operator-token"),
                clock);
    }

    void restart() throws Exception {
        simulators.close();
        start();
    }

    Response get(String path) throws Exception {
        return send(request(path).GET());
    }

    Response post(String path, String body, String... headers) throws Exception {
        return send(withHeaders(request(path), headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As the person who plays a partner. */
    Response play(String path, String body) throws Exception {
        return post(path, body, "Authorization", "Bearer operator-token");
    }

    Response put(String path, String body, String... headers) throws Exception {
        return send(withHeaders(request(path), headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void behave(String simulator, String behaviour) throws Exception {
        Response response = put("/" + simulator + "/behaviour", behaviour, "Authorization", "Bearer operator-token");
        if (response.status() != 200) {
            throw new AssertionError(response.text());
        }
    }

    List<String> ledgerKinds(String simulator) throws Exception {
        JsonNode entries = get("/" + simulator + "/ledger").json().path("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulators.port() + path))
                .setHeader("Content-Type", "application/json");
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Response send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Response(response.statusCode(), response.body());
    }
}
