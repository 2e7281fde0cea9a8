package io.orderjourney.stack.standins;

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

/** Stand-ins on a free port, a clock that stands still, and a shop that takes their calls. */
abstract class StandInsFixture {

    static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static final String SUPPLIER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    record Answer(int status, String text) {

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
    StandIns standIns;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop();
        start();
    }

    @AfterEach
    void close() {
        standIns.close();
        shop.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    void start() throws Exception {
        standIns = StandIns.start(
                vertx,
                new StandIns.Terms(
                        0,
                        directory,
                        shop.url(),
                        shop.url(),
                        SECRET,
                        SUPPLIER_SECRET,
                        "partner-token",
                        "operator-token"),
                clock);
    }

    void restart() throws Exception {
        standIns.close();
        start();
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    Answer post(String path, String body, String... headers) throws Exception {
        return send(withHeaders(request(path), headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body, String... headers) throws Exception {
        return send(withHeaders(request(path), headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void behave(String standIn, String behaviour) throws Exception {
        Answer answer = put("/" + standIn + "/behaviour", behaviour, "Authorization", "Bearer operator-token");
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    List<String> ledgerKinds(String standIn) throws Exception {
        JsonNode entries = get("/" + standIn + "/ledger").json().path("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + standIns.port() + path));
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
