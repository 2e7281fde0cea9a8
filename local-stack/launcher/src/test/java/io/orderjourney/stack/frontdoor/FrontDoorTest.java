package io.orderjourney.stack.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.orderjourney.stack.clock.ClockDriver;
import io.orderjourney.stack.mail.MailCatcher;
import io.orderjourney.stack.mail.TestMail;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

    private static final String CARD = """
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
    private static final String NOTICES = """
            {"items": [{"channel": "SMS", "title": "News", "text": "A little later", "deliveredAt": "2026-11-23T10:00:00+01:00"}]}
            """;

    private static final String POLICY = "{\"zone\": \"Europe/Warsaw\"}";

    private record Seen(String method, String uri, Map<String, List<String>> headers, String body) {}

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer service;
    private MailCatcher mail;
    private FrontDoor door;

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

    @Test
    void the_proxy_strips_the_prefix_and_passes_the_rest() throws Exception {
        HttpResponse<String> response = send(request("/order-service/api/v1/orders?a=b%20c&x=%2F")
                .header("Idempotency-Key", "k-1")
                .header("Authorization", "Bearer mine")
                .POST(HttpRequest.BodyPublishers.ofString("{\"phone\":1}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(seen).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.uri()).isEqualTo("/api/v1/orders?a=b%20c&x=%2F");
            assertThat(call.body()).isEqualTo("{\"phone\":1}");
            assertThat(call.headers()).containsEntry("Idempotency-key", List.of("k-1"));
            assertThat(call.headers()).containsEntry("Authorization", List.of("Bearer mine"));
            assertThat(call.headers()).containsEntry("X-forwarded-prefix", List.of("/order-service"));
        });
    }

    @Test
    void a_caller_cannot_forge_forwarded_headers() throws Exception {
        send(request("/order-service/q/health")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/evil")
                .GET());

        assertThat(seen.get(0).headers()).containsEntry("X-forwarded-for", List.of("127.0.0.1"));
        assertThat(seen.get(0).headers()).containsEntry("X-forwarded-prefix", List.of("/order-service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/", "/desk/login?to=/desk/sales", "/desk/sales/orders/0190", "/desk/card/0190", "/contact"
            })
    void pages_of_desks_reach_their_service_as_they_are(String path) throws Exception {
        assertThat(send(request(path).GET()).statusCode()).isEqualTo(200);

        assertThat(seen).singleElement().satisfies(call -> {
            assertThat(call.uri()).isEqualTo(path);
            assertThat(call.headers()).doesNotContainKey("X-forwarded-prefix");
        });
    }

    @Test
    void a_desk_of_another_service_is_asked_there() throws Exception {
        assertThat(send(request("/desk/board").GET()).statusCode()).isEqualTo(200);
        assertThat(send(request("/desk/shop/points").GET()).body()).contains("fulfillment-service does not answer");
        assertThat(send(request("/desk/credit/queue").GET()).body()).contains("credit-service does not answer");
    }

    @Test
    void a_form_of_a_desk_is_believed_from_its_own_page_only() throws Exception {
        String own = "http://127.0.0.1:" + door.port();

        assertThat(form(own).statusCode()).isEqualTo(200);
        assertThat(seen)
                .singleElement()
                .satisfies(call -> assertThat(call.body()).isEqualTo("user=anna"));
        assertThat(form("http://evil.example").statusCode()).isEqualTo(403);
        assertThat(seen).hasSize(1);
    }

    private HttpResponse<String> form(String origin) throws Exception {
        return send(request("/desk/login")
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("user=anna")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/desk.css", "/console/desk.js", "/webjars/htmx.org/dist/htmx.min.js"})
    void what_the_pages_of_desks_load_is_served_here(String path) throws Exception {
        assertThat(send(request(path).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_unavailable_service_is_a_502_that_names_it() throws Exception {
        HttpResponse<String> response =
                send(request("/credit-service/api/v1/applications").GET());

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("credit-service does not answer");
    }

    @Test
    void the_start_page_shows_the_answer_card_and_the_messages_of_an_order() throws Exception {
        String page = send(request("/?order=A-100042").GET()).body();

        assertThat(page)
                .contains("Order A-100042")
                .contains("Credit call")
                .contains("at risk")
                .contains("Mon 23 Nov, 15:00")
                .contains("desk overloaded")
                .containsPattern("kept</span><br>.*Sun 22 Nov, 11:20")
                .contains("Goods here: not yet")
                .contains("Goods on the way, expected Wed 25 Nov, 09:00")
                .contains("+48221000020")
                .contains("Order placed")
                .contains("A little later");
        assertThat(seen).extracting(Seen::uri).contains("/api/v1/notices?journeyId=0190");
        assertThat(seen)
                .filteredOn(call -> call.uri().startsWith("/api"))
                .allSatisfy(call ->
                        assertThat(call.headers()).containsEntry("Authorization", List.of("Bearer reading-token")));
    }

    @Test
    void the_start_page_shows_the_time_in_the_zone_of_the_shop() throws Exception {
        assertThat(send(request("/").GET()).body()).contains("Mon 23 Nov 2026, 13:00 (Europe/Warsaw)");
    }

    @Test
    void input_from_outside_is_escaped() throws Exception {
        String page = send(request("/?order=A-100042").GET()).body();
        String unknown = send(request("/?order=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                        .GET())
                .body();

        assertThat(page).contains("Call &lt;b&gt;Marek&lt;/b&gt;").doesNotContain("<b>Marek");
        assertThat(unknown).contains("No order with the number").doesNotContain("<script>alert");
    }

    @Test
    void the_token_of_the_start_page_never_leaves_the_front_door() throws Exception {
        assertThat(send(request("/?order=A-100042").GET()).body()).doesNotContain("reading-token");
    }

    @Test
    void own_pages_allow_styles_and_scripts_from_here_only() throws Exception {
        HttpResponse<String> page = send(request("/").GET());

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        for (String file : List.of(
                "/console/journey.css",
                "/console/theme.js",
                "/console/icon.svg",
                "/webjars/bootstrap/dist/css/bootstrap.min.css")) {
            assertThat(page.body()).contains(file);
            assertThat(send(request(file).GET()).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(page.body()).doesNotContain("<style").doesNotContain(" style=");
    }

    @Test
    void nothing_but_the_listed_files_can_be_reached() throws Exception {
        assertThat(send(request("/console/..%2f..%2fpages/start.html").GET()).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/console/nothing.css").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void only_the_operator_moves_the_clock() throws Exception {
        HttpRequest.BodyPublisher twoHours = HttpRequest.BodyPublishers.ofString("{\"by\": \"2h\"}");
        assertThat(send(request("/demo/clock/advance")
                                .header("Content-Type", "application/json")
                                .POST(twoHours))
                        .statusCode())
                .isEqualTo(401);

        HttpResponse<String> moved = send(request("/demo/clock/advance")
                .header("Authorization", "Bearer operator-token")
                .header("Content-Type", "application/json")
                .POST(twoHours));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body()).contains("\"to\":\"2026-11-23T14:00:00Z\"");
        assertThat(send(request("/demo/clock").GET()).body()).contains("2026-11-23T14:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/demo/clock", "/mail/messages", "/order-service/q/health"})
    void a_page_whose_name_resolves_to_this_machine_gets_nothing(String path) throws Exception {
        assertThat(rawStatus("GET " + path + " HTTP/1.1\r\nHost: shop.attacker.example:9100\r\n\r\n"))
                .isEqualTo(421);
        assertThat(rawStatus("GET " + path + " HTTP/1.1\r\nHost: localhost:9100\r\n\r\n"))
                .isEqualTo(200);
        assertThat(seen).noneMatch(call -> call.headers().toString().contains("attacker"));
    }

    @Test
    void a_form_of_another_page_changes_nothing() throws Exception {
        HttpResponse<String> response = send(request("/demo/clock/advance")
                .header("Authorization", "Bearer operator-token")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"2h\"}")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(send(request("/demo/clock").GET()).body()).contains("2026-11-23T12:00:00Z");
    }

    @Test
    void the_buttons_of_the_start_page_let_time_pass() throws Exception {
        assertThat(clockButton("http://127.0.0.1:" + door.port(), "by=1h").statusCode())
                .isEqualTo(303);
        assertThat(send(request("/").GET()).body()).contains("14:00 (Europe/Warsaw)");
    }

    @Test
    void the_buttons_of_another_page_move_nothing() throws Exception {
        String own = "http://127.0.0.1:" + door.port();

        assertThat(clockButton("http://evil.example", "by=1h").statusCode()).isEqualTo(403);
        assertThat(clockButton(own, "by=9999h").statusCode()).isEqualTo(400);
        assertThat(rawStatus("POST /clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nby=1h"))
                .isEqualTo(403);
        assertThat(send(request("/demo/clock").GET()).body()).contains("2026-11-23T12:00:00Z");
    }

    private HttpResponse<String> clockButton(String origin, String form) throws Exception {
        return send(request("/clock")
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void a_duration_that_is_none_is_refused() throws Exception {
        HttpResponse<String> response = send(request("/demo/clock/advance")
                .header("Authorization", "Bearer operator-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"soon\"}")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("soon");
    }

    @Test
    void the_mail_comes_in_pages_for_people_and_for_programs() throws Exception {
        for (int n = 1; n <= 51; n++) {
            TestMail.send(mail.port(), n % 2 == 0 ? "anna+shop@example.com" : "marek@example.com", "mail " + n, "text");
        }

        String newest = send(request("/mail").GET()).body();
        assertThat(newest)
                .contains("51 messages")
                .contains("mail 51")
                .contains("mail 2<")
                .doesNotContain("mail 1<");
        assertThat(newest).contains("href=\"/mail?before=2\"");
        assertThat(send(request("/mail?before=2").GET()).body())
                .contains("mail 1<")
                .doesNotContain("mail 2<");

        assertThat(send(request("/mail/messages?limit=20").GET()).body()).contains("\"next\":20");
        assertThat(send(request("/mail/messages?limit=20&after=40").GET()).body())
                .contains("\"id\":51")
                .doesNotContain("\"id\":40,")
                .doesNotContain("\"next\"");
        assertThat(send(request("/mail/messages?to=anna%2Bshop@example.com&limit=2&after=46")
                                .GET())
                        .body())
                .contains("\"id\":48")
                .contains("\"id\":50")
                .doesNotContain("\"id\":49");
    }

    @Test
    void an_empty_mailbox_explains_what_to_do() throws Exception {
        assertThat(send(request("/mail").GET()).body()).contains("Place an order");
        assertThat(send(request("/mail/messages").GET()).body()).isEqualTo("{\"messages\":[]}");
        assertThat(send(request("/mail/messages?after=3").GET()).body()).isEqualTo("{\"messages\":[]}");
        assertThat(send(request("/mail/messages?after=x").GET()).statusCode()).isEqualTo(400);
        assertThat(send(request("/mail/7").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/mail/x").GET()).statusCode()).isEqualTo(404);
    }

    /** As a browser would send it: Java's own client does not let a caller choose the host. */
    private int rawStatus(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader response =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(response.readLine().split(" ")[1]);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
