package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.json;
import static io.orderjourney.rest.ParcelCalls.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.testing.RawHttp;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP clients tidy up what they send; a socket does not. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class RawRequestTest {

    @TestHTTPResource("/")
    URI base;

    private RawHttp raw;

    @BeforeEach
    void knowTheAddress() {
        raw = new RawHttp(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/parcels/actor",
                "/api//v1/parcels/actor",
                "/api/v1/parcels//actor",
                "/api/v1/parcels/actor//",
                "/./api/v1/parcels/actor",
                "/api/./v1/parcels/actor",
                "/api/v1/parcels/actor/.",
                "/api/v1/parcels/actor/..",
                "/api/v1/x/../parcels/actor",
                "/../api/v1/parcels/actor",
                "/api/v1/parcels;/actor",
                "/api/v1/parcels/actor;",
                "/api/v1/parcels/actor;jsessionid=1",
                "/;/api/v1/parcels/actor",
                "/api;x=y/v1/parcels/actor",
                "/api/v1/parcels/actor%3b",
                "/api/v1/parcels/actor%3B",
                "/api/v1/parcels/actor%3bx",
                "/api/v1/parcels%2factor",
                "/api/v1/parcels%2Factor",
                "/api/v1%2f/parcels/actor",
                "/api/v1/parcels%5cactor",
                "/api/v1/parcels%5Cactor",
                "/api/v1/%2e/parcels/actor",
                "/api/v1/x/%2e%2e/parcels/actor",
                "/api/v1/x/%2E%2E/parcels/actor",
                "/api/v1/x/.%2e/parcels/actor",
                "/api/v1/x/%2e./parcels/actor",
                "/api/v1/parcels/actor%2e",
                "/api/v1/parcels/actor%00",
                "/api/v1/parcels/%00actor",
                "/api/v1/parcels/actor%0a",
                "/api/v1/parcels/actor%0d%0aX-Injected:%201",
                "/api/v1/parcels/actor%7f",
                "/api/v1/parcels/actor%252e",
                "/api/v1/parcels/%61ctor",
                "/api/v1/parcels/%41ctor",
                "/api/v1/parcels/actor%c0%af",
                "/api/v1/parcels/actor%c0%ae",
                "/api/v1/parcels/actor%e0%80%af",
                "/api/v1/parcels/actor%ff",
                "/api/v1/parcels/actor%c2%85",
                "/api/v1/parcels/actor#x",
            })
    void a_path_that_could_mean_two_things_is_refused_before_anybody_asks_who_calls(String target) throws IOException {
        RawHttp.Answer answer = raw.send("GET " + target + " HTTP/1.1");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        requireProblem(400, answer.header("content-type"), answer.body());
        assertThat(json(answer.body()).path("code").asText()).isEqualTo("path-not-canonical");
        assertThat(answer.body()).doesNotContain("script", "Injected");
    }

    /** The codec before us refuses what is no URI at all; it has no words for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/parcels\\actor",
                "\\api\\v1\\parcels\\actor",
                "/api/v1/parcels/actor%",
                "/api/v1/parcels/actor%2",
                "/api/v1/parcels/actor%zz",
                "/api/v1/parcels/<script>",
                "/api/v1/parcels/actor\"",
                "/api/v1/parcels/actor|",
                "/api/v1/parcels/actor{}",
                "/api/v1/parcels/actor^",
                "/api/v1/parcels/actor`",
                "/api/v1/parcels/[actor]",
                "api/v1/parcels/actor",
                "*",
            })
    void a_target_that_is_no_uri_reaches_nobody(String target) throws IOException {
        RawHttp.Answer answer = raw.send("GET " + target + " HTTP/1.1", "Authorization: Bearer " + ParcelCalls.SHOP);

        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("shop", "script");
    }

    @Test
    void another_host_in_the_request_line_is_refused() throws IOException {
        assertThat(raw.send("GET http://elsewhere/api/v1/parcels/actor HTTP/1.1")
                        .status())
                .isEqualTo(400);
        assertThat(raw.send("CONNECT elsewhere:443 HTTP/1.1").status()).isIn(400, 404, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/parcels/actor",
                "/api/v1/parcels/actor?x=a;b",
                "/api/v1/parcels/actor?x=/../",
                "/api/v1/parcels/actor?x=%C5%82%C3%B3d%C5%BA",
                "/api/v1/parcels/actor?",
                "/api/v1/parcels/actor?x",
            })
    void a_plain_target_is_answered(String target) throws IOException {
        assertThat(raw.send("GET " + target + " HTTP/1.1", "Authorization: Bearer " + ParcelCalls.SHOP)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%00", "x=%0a", "x=%ff", "x=%c0%80", "x=%c2%85", "%00=x", "x=#", "x=[", "x=1&x%00"})
    void a_query_that_is_not_encoded_text_is_refused(String query) throws IOException {
        RawHttp.Answer answer = raw.send(
                "GET /api/v1/parcels/actor?" + query + " HTTP/1.1", "Authorization: Bearer " + ParcelCalls.SHOP);

        assertThat(answer.status()).isEqualTo(400);
        requireProblem(400, answer.header("content-type"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%", "x=%2", "x=%zz", "x=\\", "x=<", "x=\""})
    void a_query_that_is_no_uri_reaches_nobody(String query) throws IOException {
        assertThat(raw.send(
                                "GET /api/v1/parcels/actor?" + query + " HTTP/1.1",
                                "Authorization: Bearer " + ParcelCalls.SHOP)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "trace", "CONNECT", "get", "FOO", "PROPFIND", "*"})
    void an_odd_method_is_refused(String method) throws IOException {
        RawHttp.Answer answer =
                raw.send(method + " /api/v1/parcels/actor HTTP/1.1", "Authorization: Bearer " + ParcelCalls.SHOP);

        assertThat(answer.status()).as(answer.body()).isIn(400, 405, 501);
        if (method.equals("TRACE")) {
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("allow")).isNotBlank();
            requireProblem(405, answer.header("content-type"), answer.body());
        }
    }

    @Test
    void a_long_address_is_414_and_long_headers_are_431() throws IOException {
        RawHttp.Answer uri = raw.send("GET /api/v1/parcels/actor?x=" + "a".repeat(5000) + " HTTP/1.1");
        RawHttp.Answer headers = raw.send("GET /api/v1/parcels/actor HTTP/1.1", "X-Long: " + "a".repeat(9000));

        assertThat(uri.status()).isEqualTo(414);
        requireProblem(414, uri.header("content-type"), uri.body());
        assertThat(headers.status()).isEqualTo(431);
        requireProblem(431, headers.header("content-type"), headers.body());
    }

    @Test
    void what_the_codec_itself_refuses_is_never_a_fault_of_ours() throws IOException {
        assertThat(raw.send("GET /x?" + "a".repeat(20_000) + " HTTP/1.1").status())
                .isEqualTo(414);
        assertThat(raw.send("GET / HTTP/1.1", "X-Long: " + "a".repeat(40_000)).status())
                .isEqualTo(431);
        for (String line :
                new String[] {"GARBAGE", "GET", "GET /", "GET / HTTP/9.9", "\u0000\u0001\u0002 / HTTP/1.1"}) {
            int status = raw.send(line).status();
            assertThat(status).as(line.toLowerCase(Locale.ROOT)).isLessThan(500).isNotEqualTo(200);
        }
    }

    @Test
    void a_content_length_that_is_none_is_refused() throws IOException {
        for (String length : new String[] {"-1", "x", "1e3", "99999999999999999999", "300000", "+5"}) {
            RawHttp.Answer answer = raw.send(
                    "POST /api/v1/parcels HTTP/1.1",
                    "Authorization: Bearer " + ParcelCalls.SHOP,
                    "Content-Type: application/json",
                    "Idempotency-Key: x",
                    "Content-Length: " + length);

            assertThat(answer.status()).as(length).isIn(400, 413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/parcels", "/api/v1/parcels/signed"})
    void a_sender_who_falls_silent_is_cut_off(String path) throws IOException {
        RawHttp.Answer answer = raw.sendWithBody(
                "{\"name\":",
                "POST " + path + " HTTP/1.1",
                "Authorization: Bearer " + ParcelCalls.SHOP,
                "Content-Type: application/json",
                "Idempotency-Key: silent",
                "Content-Length: 100");

        // The platform closes the connection at the same time; the words may come too late.
        assertThat(answer.status()).as(answer.body()).isIn(0, 408);
    }

    @Test
    void two_lengths_never_smuggle_a_second_request() throws IOException {
        RawHttp.Answer answer = raw.sendWithBody(
                "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/parcels HTTP/1.1",
                "Authorization: Bearer " + ParcelCalls.SHOP,
                "Content-Type: application/json",
                "Idempotency-Key: x",
                "Transfer-Encoding: chunked",
                "Content-Length: 6");

        assertThat(answer.status()).isIn(400, 404, 422);
        assertThat(answer.status()).isNotEqualTo(201);
    }

    @Test
    void a_host_header_is_needed_by_nobody_to_break_us() throws IOException {
        for (String host : new String[] {"", "a b", "x:99999", "[::1", "evil/../"}) {
            int status = raw.sendAs(
                            host, "GET /api/v1/parcels/actor HTTP/1.1", "Authorization: Bearer " + ParcelCalls.SHOP)
                    .status();
            assertThat(status).as(host).isLessThan(500);
        }
    }
}
