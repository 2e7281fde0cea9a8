package io.orderjourney.stack.frontdoor;

import com.sun.net.httpserver.HttpServer;
import io.orderjourney.stack.clock.ClockDriver;
import io.orderjourney.stack.mail.MailCatcher;
import io.orderjourney.time.SettableClock;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A front door before one service that answers, two that are away, and a mail catcher. */
abstract class FrontDoorCase {

    static final String CARD = """
            {"journeyId": "0190", "orderNumber": "A-100042", "stage": "CONFIRMED", "open": true,
             "gates": [{"gate": "GOODS_HERE", "open": false, "closeReason": "sold to somebody else"}],
             "location": {"goods": "ON_THE_WAY", "goodsExpectedAt": "2026-11-25T09:00:00+01:00"},
             "timeline": [{"occurredAt": "2026-11-22T09:00:00+01:00", "actor": "storefront", "text": "Order placed"}],
             "nextStep": {"text": "Call <b>Marek</b>", "desk": "CREDIT", "phone": "+48221000020", "dueAt": "2026-11-23T15:00:00+01:00"},
             "promises": [{"kind": "CREDIT_CALL", "desk": "CREDIT", "dueAt": "2026-11-23T15:00:00+01:00",
                           "firstPromisedAt": "2026-11-23T13:00:00+01:00", "outlook": "AT_RISK",
                           "reschedules": [{"reason": "DESK_OVERLOADED"}]},
                          {"kind": "CONFIRMATION_CALL", "desk": "SALES", "dueAt": "2026-11-22T13:00:00+01:00",
                           "firstPromisedAt": "2026-11-22T13:00:00+01:00", "outlook": "KEPT", "keptAt": "2026-11-22T11:20:00+01:00"}]}
            """;
    static final String NOTICES = """
            {"items": [{"channel": "SMS", "title": "News", "text": "A little later", "deliveredAt": "2026-11-23T10:00:00+01:00"}]}
            """;

    static final String POLICY = "{\"zone\": \"Europe/Warsaw\"}";

    record Seen(String method, String uri, Map<String, List<String>> headers, String body) {}

    @TempDir
    Path directory;

    final Vertx vertx = Vertx.vertx();
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer service;
    MailCatcher mail;
    FrontDoor door;

    @BeforeEach
    void open() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            String path = exchange.getRequestURI().getPath();
            String response = path.startsWith("/api/v1/journeys/A-100042")
                    ? CARD
                    : path.startsWith("/api/v1/notices") ? NOTICES : path.equals("/api/v1/policy") ? POLICY : "{}";
            int status = path.startsWith("/api/v1/journeys/") && response.equals("{}") ? 404 : 200;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, response.getBytes(StandardCharsets.UTF_8).length);
            exchange.getResponseBody().write(response.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        service.start();
        String url = "http://127.0.0.1:" + service.getAddress().getPort();
        mail = MailCatcher.start(0, directory);
        SettableClock clock = SettableClock.inMemory(Instant.parse("2026-11-23T12:00:00Z"));
        door = FrontDoor.start(
                vertx,
                new FrontDoor.Settings(
                        0,
                        Map.of(
                                "order-service",
                                url,
                                "notification-service",
                                url,
                                "credit-service",
                                "http://127.0.0.1:1",
                                "fulfillment-service",
                                "http://127.0.0.1:1"),
                        Map.of("order-service", url, "credit-service", "http://127.0.0.1:1"),
                        Map.of("bank", "http://127.0.0.1:2/bank"),
                        "operator-token",
                        "reading-token"),
                mail,
                ClockDriver.of(clock, List.of(), Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        door.close();
        mail.close();
        service.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** As a browser would send it: Java's own client does not let a caller choose the host. */
    final int rawStatus(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader response =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(response.readLine().split(" ")[1]);
        }
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
