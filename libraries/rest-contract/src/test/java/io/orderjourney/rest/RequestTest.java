package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.json;
import static io.orderjourney.rest.ParcelCalls.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class RequestTest {

    private static final String PARCELS = "/api/v1/parcels";

    @TestHTTPResource("/")
    URI base;

    private ParcelCalls calls;

    @BeforeEach
    void knowTheAddress() {
        calls = new ParcelCalls(base);
    }

    @Test
    void without_a_good_token_the_answer_is_401_with_a_challenge() {
        List<HttpResponse<String>> refused = new ArrayList<>();
        refused.add(calls.send(calls.request(PARCELS + "/actor")));
        for (String value : List.of(
                "Bearer wrong-token-0123456789",
                "Bearer " + ParcelCalls.SHOP + "x",
                "Bearer " + ParcelCalls.SHOP.toUpperCase(java.util.Locale.ROOT),
                "Bearer ",
                "Bearer",
                "Basic c2hvcDpzaG9w",
                ParcelCalls.SHOP)) {
            refused.add(calls.send(calls.request(PARCELS + "/actor").header("Authorization", value)));
        }
        refused.add(calls.send(calls.request(PARCELS + "/actor")
                .header("Authorization", "Bearer " + ParcelCalls.SHOP)
                .header("Authorization", "Bearer " + ParcelCalls.SALES)));

        for (HttpResponse<String> answer : refused) {
            requireProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"order-journey\"");
        }
    }

    @Test
    void an_unknown_query_parameter_is_refused_and_the_known_ones_are_named() {
        JsonNode misspelt =
                requireProblem(calls.get(PARCELS + "?name=A&limits=5", ParcelCalls.SHOP), 400, "parameter-unknown");
        assertThat(misspelt.at("/errors/0/parameter").asText()).isEqualTo("limits");
        assertThat(misspelt.at("/detail").asText()).contains("cursor, limit, name");

        JsonNode none = requireProblem(calls.get(PARCELS + "/1?x=1", ParcelCalls.SHOP), 400, "parameter-unknown");
        assertThat(none.at("/errors/0/detail").asText()).isEqualTo("There are no query parameters here.");
        JsonNode unsayable =
                requireProblem(calls.get(PARCELS + "?name=A&%3Cb%3E=5", ParcelCalls.SHOP), 400, "parameter-unknown");
        assertThat(unsayable.at("/errors/0/parameter").asText()).isEqualTo("*");
    }

    @Test
    void whoever_may_not_call_is_not_told_about_parameters() {
        requireProblem(calls.get(PARCELS + "?limits=5", ParcelCalls.OPERATOR), 403, "forbidden");
    }

    @Test
    void a_wrong_value_of_a_list_names_the_right_ones() {
        JsonNode inQuery = requireProblem(
                calls.get(PARCELS + "/kinds?number=1&size=HUGE", ParcelCalls.SHOP), 400, "parameter-invalid");
        assertThat(inQuery.at("/errors/0/detail").asText()).contains("SMALL, MEDIUM, LARGE");

        JsonNode inBody = requireProblem(
                calls.post(
                        PARCELS,
                        "{\"name\":\"A\",\"size\":\"HUGE\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "wrong-size",
                        ParcelCalls.SHOP),
                422,
                "validation");
        assertThat(inBody.at("/errors/0/pointer").asText()).isEqualTo("/size");
        assertThat(inBody.at("/errors/0/detail").asText()).contains("SMALL, MEDIUM, LARGE");
    }

    @Test
    void the_scheme_is_written_in_any_case() {
        assertThat(calls.send(calls.request(PARCELS + "/actor").header("Authorization", "bearer " + ParcelCalls.SHOP))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_role_is_403_and_an_endpoint_without_roles_is_closed() {
        requireProblem(calls.get(PARCELS + "/actor", ParcelCalls.OPERATOR), 403, "forbidden");
        requireProblem(calls.get(PARCELS + "/unannotated", ParcelCalls.OPERATOR), 403, "forbidden");
        assertThat(calls.send(calls.request(PARCELS + "/unannotated")).statusCode())
                .isIn(401, 403);
    }

    @Test
    void a_caller_is_refused_before_his_body_is_looked_at() {
        requireProblem(
                calls.post(PARCELS, "{".getBytes(java.nio.charset.StandardCharsets.UTF_8), "k", "wrong-token-123456"),
                401,
                "unauthenticated");
        requireProblem(
                calls.post(PARCELS, "{".getBytes(java.nio.charset.StandardCharsets.UTF_8), "k", ParcelCalls.OPERATOR),
                403,
                "forbidden");
    }

    @Test
    void the_actor_stands_within_the_name_of_the_token() {
        assertThat(json(calls.get(PARCELS + "/actor", ParcelCalls.SALES))
                        .path("actor")
                        .asText())
                .isEqualTo("sales");
        assertThat(json(calls.send(calls.request(PARCELS + "/actor", ParcelCalls.SALES)
                                .header("Journey-Actor", "anna")))
                        .path("actor")
                        .asText())
                .isEqualTo("sales:anna");
        for (String wrong : List.of("", "sales:anna", "an na", "-anna", "<b>", "a".repeat(65))) {
            requireProblem(
                    calls.send(
                            calls.request(PARCELS + "/actor", ParcelCalls.SALES).header("Journey-Actor", wrong)),
                    400,
                    "actor-invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/api", "/api/v1/nowhere", "/api/v1/parcels/1/nowhere", "/q/nowhere"})
    void an_unknown_address_is_404(String path) {
        requireProblem(calls.get(path, ParcelCalls.SHOP), 404, "not-found");
    }

    @Test
    void an_id_that_is_none_is_404_like_one_that_is_unknown() {
        requireProblem(calls.get(PARCELS + "/by-reference/none", ParcelCalls.SHOP), 404, "not-found");
        requireProblem(calls.get(PARCELS + "/by-reference/1-1-1-1-1", ParcelCalls.SHOP), 404, "not-found");
        requireProblem(calls.get(PARCELS + "/none", ParcelCalls.SHOP), 404, "not-found");
        requireProblem(calls.get(PARCELS + "/9223372036854775808", ParcelCalls.SHOP), 404, "not-found");
        requireProblem(calls.get(PARCELS + "/9223372036854775807", ParcelCalls.SHOP), 404, "parcel-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/v1/parcels/1,'GET, HEAD, OPTIONS'",
        "PUT,/api/v1/parcels,'GET, HEAD, OPTIONS, POST'",
        "GET,/api/v1/parcels/1/name,'OPTIONS, PUT'",
        "PATCH,/api/v1/parcels/plain,'GET, HEAD, OPTIONS, POST'",
        "FOO,/api/v1/parcels/1,'GET, HEAD, OPTIONS'",
    })
    void a_wrong_method_is_405_and_the_right_ones_are_named(String method, String path, String allowed) {
        HttpResponse<String> answer =
                calls.send(calls.request(path, ParcelCalls.SHOP).method(method, BodyPublishers.noBody()));

        requireProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "application/json;q=0",
                "image/*",
                "nonsense",
                "a/b/c",
                ";;/,",
                "application/",
                "/json",
                "*",
                "application/json;q=x, text/html",
                "text/html;q=\u0001"
            })
    void an_accept_that_cannot_be_satisfied_never_breaks_us(String accept) {
        HttpResponse<String> answer;
        try {
            answer = calls.send(
                    calls.request(PARCELS + "/actor", ParcelCalls.SHOP).header("Accept", accept));
        } catch (IllegalArgumentException clientRefuses) {
            return;
        }
        if (answer.statusCode() == 200) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        } else {
            requireProblem(
                    answer, answer.statusCode(), json(answer).path("code").asText());
            assertThat(answer.statusCode()).isIn(400, 406);
        }
    }

    @Test
    void html_is_not_acceptable_and_problems_are_sent_whatever_is_accepted() {
        requireProblem(
                calls.send(calls.request(PARCELS + "/actor", ParcelCalls.SHOP).header("Accept", "text/html")),
                406,
                "not-acceptable");
        requireProblem(
                calls.send(calls.request("/nowhere", ParcelCalls.SHOP).header("Accept", "text/html")),
                404,
                "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "size=HUGE,size",
        "size=small,size",
        "day=2026-02-30,day",
        "day=x,day",
        "day=%2B999999999-12-31,day",
        "day=-999999999-01-01,day",
        "reference=1-1-1-1-1,reference",
        "count=1.0,count",
        "count=+1,count",
        "count=2147483648,count",
        "count=%D9%A1,count",
        "number=x,number",
        "number=9223372036854775808,number",
    })
    void a_parameter_that_cannot_be_read_is_named(String query, String parameter) {
        JsonNode problem =
                requireProblem(calls.get(PARCELS + "/kinds?" + query, ParcelCalls.SHOP), 400, "parameter-invalid");

        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void a_good_parameter_is_read() {
        assertThat(calls.get(
                                PARCELS + "/kinds?size=SMALL&day=2026-03-02&count=-1&number=5&reference="
                                        + UUID.randomUUID(),
                                ParcelCalls.SHOP)
                        .body())
                .isEqualTo("{\"size\":\"SMALL\"}");
    }

    @Test
    void a_parameter_that_is_given_twice_is_refused() {
        requireProblem(calls.get(PARCELS + "?name=a&name=b", ParcelCalls.SHOP), 400, "parameter-repeated");
        requireProblem(calls.get(PARCELS + "?name=a&n%61me=a", ParcelCalls.SHOP), 400, "parameter-repeated");
    }

    @Test
    void a_missing_parameter_is_named() {
        JsonNode problem = requireProblem(calls.get(PARCELS, ParcelCalls.SHOP), 400, "parameter-invalid");

        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo("name");
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("not-blank");
    }

    @Test
    void pages_follow_one_another_without_gap() {
        String name = "paged-" + UUID.randomUUID();
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(json(calls.post(PARCELS, "{\"name\":\"" + name + "\"}"))
                    .path("id")
                    .asLong());
        }

        List<Long> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(calls.get(
                    PARCELS + "?limit=2&name=" + name + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                    ParcelCalls.SHOP));
            page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            cursor = page.path("next").asText("");
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
        } while (!cursor.isEmpty() && !cursor.equals("null"));

        assertThat(seen).isEqualTo(sent);
    }

    @Test
    void a_limit_or_cursor_that_is_none_is_refused() {
        for (String limit : List.of("0", "201", "-1", "1e9", "x", "1.0", "99999999999")) {
            requireProblem(calls.get(PARCELS + "?name=a&limit=" + limit, ParcelCalls.SHOP), 400, "parameter-invalid");
        }
        calls.post(PARCELS, "{\"name\":\"cursors\"}");
        calls.post(PARCELS, "{\"name\":\"cursors\"}");
        String other = json(calls.get(PARCELS + "?name=cursors&limit=1", ParcelCalls.SHOP))
                .path("next")
                .asText();
        for (String cursor : List.of("x", "AAAAAAAAAAAAAAAA", other, other + "A", "%00", "a".repeat(1000))) {
            String code = cursor.equals("%00") ? "query-malformed" : "cursor-invalid";
            requireProblem(calls.get(PARCELS + "?name=a&cursor=" + cursor, ParcelCalls.SHOP), 400, code);
        }
    }

    @Test
    void a_change_needs_the_version_it_was_decided_on() {
        HttpResponse<String> sent = calls.post(PARCELS, "{\"name\":\"versioned\"}");
        String path = PARCELS + "/" + json(sent).path("id").asLong() + "/name";

        assertThat(sent.headers().firstValue("ETag")).contains("\"v1\"");
        requireProblem(rename(path, null), 428, "precondition-required");
        requireProblem(rename(path, "*"), 428, "precondition-required");
        requireProblem(rename(path, "v1"), 400, "precondition-malformed");
        JsonNode stale = requireProblem(rename(path, "\"v2\""), 412, "version-stale");
        assertThat(stale.path("currentVersion").asLong()).isEqualTo(1);

        HttpResponse<String> renamed = rename(path, "\"v1\"");
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.headers().firstValue("ETag")).contains("\"v2\"");
        requireProblem(rename(path, "\"v1\""), 412, "version-stale");
    }

    private HttpResponse<String> rename(String path, String ifMatch) {
        var request = calls.request(path, ParcelCalls.SALES)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"name\":\"renamed\"}"));
        return calls.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    @Test
    void refusals_of_the_domain_are_told_by_their_mapping() {
        requireProblem(calls.get(PARCELS + "/faults/lost", ParcelCalls.SALES), 409, "parcel-lost");
        JsonNode refused =
                requireProblem(calls.get(PARCELS + "/faults/promise", ParcelCalls.SALES), 422, "promise-refused");
        assertThat(refused.path("nextPossibleAt").asText()).isEqualTo("2026-03-02T10:00:00+01:00");
    }

    @Test
    void a_fault_of_ours_tells_nothing_but_its_request() {
        for (String fault : List.of("unexpected", "sql")) {
            HttpResponse<String> answer = calls.get(PARCELS + "/faults/" + fault, ParcelCalls.SALES);

            requireProblem(answer, 500, "unexpected");
            assertThat(answer.body()).doesNotContain("secret", "parcel\"", "23505");
        }
    }

    @Test
    void every_answer_carries_the_guarding_headers() {
        for (String path : List.of(PARCELS + "/actor", "/nowhere", "/q/health/live", "/a//b", "/q/openapi")) {
            HttpResponse<String> answer = calls.get(path, ParcelCalls.SHOP);

            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void headers_from_outside_do_not_change_the_method_or_the_caller() {
        HttpResponse<String> answer = calls.send(calls.request(PARCELS + "/actor", ParcelCalls.SHOP)
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-User", "operator")
                .header("X-Forwarded-User", "operator")
                .header("X-Forwarded-Prefix", "/evil"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"actor\":\"shop\"}");
    }
}
