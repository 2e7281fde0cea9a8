package io.orderjourney.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.sample.SampleDesk;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class DeskConsoleTest {

    @TestHTTPResource("/")
    URI root;

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void a_stranger_is_led_to_the_login_and_back_to_the_page() throws Exception {
        HttpResponse<String> answer = get("/desk/sales", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/login?to=%2Fdesk%2Fsales"));
        assertThat(get("/desk/login?to=/desk/sales", "").body()).contains("value=\"anna\"", "value=\"/desk/sales\"");
    }

    @Test
    void a_person_chooses_a_language_and_leaves_by_plain_forms() throws Exception {
        String session = login("anna");
        Map<String, String> polish = Map.of("language", "pl", "to", "/desk/sales");

        HttpResponse<String> chosen = post("/desk/language", polish, session);
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("journey-language=pl");
        HttpResponse<String> left = post("/desk/logout", Map.of(), session);
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    }

    @Test
    void the_queue_shows_what_slips_next_first_with_words_beside_colours() throws Exception {
        HttpResponse<String> page = get("/desk/sales", login("anna"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("late 40 min", "in 19 min", "6 calls stand before it", "tel:+48600100200");
        assertThat(page.body().indexOf("late 40 min")).isLessThan(page.body().indexOf("in 19 min"));
    }

    @Test
    void a_page_speaks_the_browsers_language_until_the_person_chooses_another() throws Exception {
        String session = login("anna");

        assertThat(get("/desk/sales", session, "Accept-Language", "pl-PL,pl;q=0.9")
                        .body())
                .contains("Sprzedaż", "spóźnione 40 min");
        assertThat(get("/desk/sales", session + "; journey-language=ru", "Accept-Language", "pl")
                        .body())
                .contains("Продажи", "через 19 мин");
        assertThat(get("/desk/sales", session, "Accept-Language", "*;q=x").body())
                .contains("Sales");
    }

    @Test
    void a_customers_name_is_text_whatever_it_holds() throws Exception {
        String body =
                get("/desk/sales/orders/" + SampleDesk.SCRIPT, login("anna")).body();

        assertThat(body).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void no_inline_code_may_run_and_nobody_may_frame_a_page() throws Exception {
        assertThat(get("/desk/sales", login("anna")).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @Test
    void pages_and_styles_leave_compressed_for_a_browser_that_asks() throws Exception {
        String session = login("anna");

        for (String path : List.of("/desk/sales", "/console/desk.css", "/console/desk.js")) {
            assertThat(get(path, session, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                    .as(path)
                    .contains("gzip");
            assertThat(get(path, session).headers().firstValue("Content-Encoding"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void an_action_is_done_and_answered_with_the_order_as_it_is_now() throws Exception {
        HttpResponse<String> answer = act(login("anna"), "1", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Logged by sales:anna");
        assertThat(answer.headers().firstValue("HX-Trigger")).contains("queue:changed");
    }

    @Test
    void an_action_can_be_undone_for_ten_seconds_unless_it_says_otherwise() throws Exception {
        String panel =
                get("/desk/sales/orders/" + SampleDesk.JAN, login("anna")).body();

        assertThat(form(panel, "reached")).contains("data-oj-held", "data-oj-undo", "data-oj-do-now");
        assertThat(form(panel, "contact")).doesNotContain("data-oj-held", "data-oj-undo");
    }

    private static String form(String panel, String action) {
        int from = panel.indexOf("/" + action + "\"");
        return panel.substring(from, panel.indexOf("</form>", from));
    }

    @Test
    void an_action_on_an_order_that_somebody_else_changed_is_refused_in_place() throws Exception {
        HttpResponse<String> answer = act(login("anna"), "0", "HX-Request", "true");

        assertThat(answer.body()).contains("Somebody changed this order.", "role=\"alert\"");
    }

    @Test
    void a_change_without_the_pages_own_header_is_not_believed() throws Exception {
        assertThat(act(login("anna"), "1", "X-Other", "true").statusCode()).isEqualTo(401);
    }

    @Test
    void a_desk_of_others_is_refused() throws Exception {
        assertThat(get("/desk/sales", login("piotr")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_programs_token_opens_no_screen() throws Exception {
        HttpResponse<String> answer = get("/desk/sales", "", "Authorization", "Bearer sales-token-0123456789");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_changed_cookie_is_no_session() throws Exception {
        String session = login("anna");

        assertThat(get("/desk/sales", session.substring(0, session.length() - 3) + "AAA")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobody_can_log_in_as_somebody_who_is_not_there() throws Exception {
        assertThat(post("/desk/login", Map.of("user", "root"), "").statusCode()).isEqualTo(403);
    }

    @Test
    void the_login_leads_nowhere_but_to_a_desk() throws Exception {
        HttpResponse<String> answer = post("/desk/login", Map.of("user", "anna", "to", "https://evil.example/"), "");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/"));
    }

    private String login(String user) throws Exception {
        HttpResponse<String> answer = post("/desk/login", Map.of("user", user, "to", "/desk/sales"), "");
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> act(String session, String version, String header, String value) throws Exception {
        return post(
                "/desk/sales/orders/" + SampleDesk.JAN + "/reached",
                Map.of("version", version),
                session,
                header,
                value);
    }

    private HttpResponse<String> get(String path, String cookie, String... headers) throws Exception {
        return send(request(path, cookie, headers).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String cookie, String... headers)
            throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, cookie, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String cookie, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(10));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
