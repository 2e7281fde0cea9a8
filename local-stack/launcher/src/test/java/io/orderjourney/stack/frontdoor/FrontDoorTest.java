package io.orderjourney.stack.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes through to the services, and what does not. */
class FrontDoorTest extends FrontDoorCase {
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
    void a_client_that_would_rather_speak_http_2_is_passed_on_too() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        request("/order-service/api/v1/orders/1")
                                .timeout(Duration.ofSeconds(10))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(seen.get(0).method()).isEqualTo("DELETE");
    }

    @Test
    void a_caller_cannot_forge_forwarded_headers() throws Exception {
        send(request("/order-service/api/v1/desks")
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
    @ValueSource(strings = {"/", "/demo/clock", "/mail/messages", "/order-service/api/v1/desks"})
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
}
