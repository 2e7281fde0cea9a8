package io.orderjourney.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.testing.RawHttp;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of ours would send, by the thousand: each is answered, none with a fault of ours. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class MalformedRequestsTest {

    private static final int REQUESTS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<Integer> SEEN = new TreeSet<>();

    private static final String GOOD =
            "{\"name\":\"box\",\"sender\":{\"name\":\"Anna\",\"note\":\"\\u0142\"},\"items\":[{\"sku\":\"a-1\",\"quantity\":2,"
                    + "\"amountMinor\":129900}],\"size\":\"SMALL\",\"day\":\"2026-03-02\",\"requestedAt\":"
                    + "\"2026-03-02T10:00:00+01:00\",\"reference\":\"0190a1b2-0000-7000-8000-000000000001\","
                    + "\"currency\":\"PLN\",\"weight\":1.25,\"fragile\":true}";

    private static final List<String> SNIPPETS = List.of(
            "null",
            "\"\"",
            "[]",
            "{}",
            "-1",
            "0",
            "1e400",
            "1e-999999999",
            "2147483648",
            "99999999999999999999",
            "NaN",
            "true",
            "\"true\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-02-30\"",
            "\"' or 1=1 --\"",
            "\"<script>\"",
            "\"${jndi:ldap://x}\"",
            "{\"@class\":\"java.lang.Runtime\"}",
            "[[[[[[]]]]]]",
            "\"\uD83D\uDE00\"",
            "\"\\x\"",
            "\u0000",
            ",",
            ":",
            "\"",
            "{",
            "}",
            "[",
            "]");

    private static final List<String> PATHS = List.of(
            "/api/v1/parcels",
            "/api/v1/parcels/plain",
            "/api/v1/parcels/items",
            "/api/v1/parcels/free",
            "/api/v1/parcels/signed",
            "/api/v1/parcels/1/name",
            "/api/v1/parcels/kinds?size=SMALL",
            "/api/v1/parcels/actor",
            "/demo/settled",
            "/q/health",
            "/nowhere");

    private static final List<String> METHODS =
            List.of("POST", "POST", "POST", "POST", "PUT", "GET", "DELETE", "PATCH", "OPTIONS", "HEAD", "FOO", "TRACE");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "text/plain",
            "",
            "application/json;charset=utf-16",
            "application/json;charset",
            "/",
            ";",
            "application/merge-patch+json",
            "multipart/form-data",
            "application/x-www-form-urlencoded");

    private static final List<String> ACCEPTS = List.of(
            "*/*", "*/*", "application/json", "text/html", "", "x", "/", "a/b;q=x", ",,,", "application/json;q=2");

    private static final List<String> TAGS =
            List.of("*", "v1", "W/\"v1\"", ",", "\"v99999999999999999999\"", "\"\"", "\"v1\",\"v2\"");

    @TestHTTPResource("/")
    URI base;

    /** What is wrong with a request; the rest of it is good, so that the wrong part is reached. */
    private enum Wrong {
        BODY,
        TARGET,
        HEADERS,
        EVERYTHING
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void none_is_a_fault_of_ours(long seed) throws IOException {
        Random random = new Random(seed);
        RawHttp raw = new RawHttp(base);

        for (int i = 0; i < REQUESTS; i++) {
            Wrong wrong = Wrong.values()[random.nextInt(Wrong.values().length)];
            byte[] request = request(wrong, random);
            long startedAt = System.nanoTime();
            RawHttp.Answer answer = raw.exchange(request);
            Duration took = Duration.ofNanos(System.nanoTime() - startedAt);

            String text = new String(request, StandardCharsets.UTF_8);
            String told = "seed " + seed + ", request " + i + ":\n" + text + "\n->\n" + answer;
            assertThat(answer.status()).as(told).isBetween(200, 499);
            assertThat(took).as(told).isLessThan(PATIENCE);
            boolean wordless = text.startsWith("HEAD ") || isNoUri(text);
            if (answer.status() >= 400 && !(wordless && answer.body().isEmpty())) {
                ParcelCalls.requireProblem(answer.status(), answer.header("content-type"), answer.body());
            }
            SEEN.add(answer.status());
        }
    }

    /** The generator must reach every kind of answer, or it proves little. */
    @AfterAll
    static void requireReach() {
        assertThat(SEEN).contains(200, 201, 202, 400, 401, 403, 404, 405, 406, 415, 422);
    }

    /** The codec before us answers these, without words. */
    private static boolean isNoUri(String request) {
        String target = request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/1.1"));
        try {
            return new URI(target).getRawPath() == null;
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private static byte[] request(Wrong wrong, Random random) {
        boolean all = wrong == Wrong.EVERYTHING;
        boolean headersWrong = all || wrong == Wrong.HEADERS;
        String path = wrong == Wrong.TARGET || all ? target(random) : pick(PATHS, random);
        String method = all
                ? pick(METHODS, random)
                : path.endsWith("/name") ? "PUT" : pick(List.of("POST", "POST", "GET"), random);
        byte[] body = wrong == Wrong.BODY || all ? body(random) : GOOD.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Authorization: Bearer ")
                .append(token(path, headersWrong, random))
                .append("\r\n");
        head.append("Accept: ")
                .append(headersWrong ? pick(ACCEPTS, random) : "*/*")
                .append("\r\n");
        head.append("Content-Type: ")
                .append(headersWrong ? pick(TYPES, random) : "application/json")
                .append("\r\n");
        if (!headersWrong || random.nextBoolean()) {
            head.append("Idempotency-Key: ").append(random.nextLong()).append("\r\n");
        }
        if (random.nextBoolean()) {
            head.append("If-Match: ")
                    .append(headersWrong ? pick(TAGS, random) : "\"v1\"")
                    .append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static String token(String path, boolean wrong, Random random) {
        if (wrong) {
            return pick(
                    List.of(ParcelCalls.SHOP, ParcelCalls.SALES, ParcelCalls.OPERATOR, "wrong-token-0123456789"),
                    random);
        }
        return path.endsWith("/name")
                ? ParcelCalls.SALES
                : path.contains("dead-letters") || path.contains("demo") ? ParcelCalls.OPERATOR : ParcelCalls.SHOP;
    }

    private static String target(Random random) {
        StringBuilder target = new StringBuilder(pick(PATHS, random));
        int edits = 1 + random.nextInt(2);
        for (int i = 0; i < edits; i++) {
            String edit = pick(
                    List.of(
                            "//",
                            ";",
                            "%2f",
                            "%00",
                            "..",
                            "/./",
                            "%",
                            "\\",
                            "?",
                            "&",
                            "=",
                            "x",
                            "%c3%28",
                            "%D9%A1",
                            "?limit=x"),
                    random);
            target.insert(1 + random.nextInt(target.length()), edit);
        }
        return target.toString();
    }

    /** The good body with a few things wrong. */
    private static byte[] body(Random random) {
        StringBuilder body = new StringBuilder(GOOD);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(8)) {
                case 0 -> body.setLength(Math.max(1, at));
                case 1 -> body.insert(at, pick(SNIPPETS, random));
                case 2 -> body.deleteCharAt(at);
                case 3, 4, 5, 6 -> replaceValue(body, pick(SNIPPETS, random), random);
                default -> body.setCharAt(at, (char) random.nextInt(0x250));
            }
            if (body.length() == 0) {
                body.append('{');
            }
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void replaceValue(StringBuilder body, String snippet, Random random) {
        int colon = body.indexOf(":", random.nextInt(body.length()));
        int end = colon < 0 ? -1 : body.indexOf(",", colon);
        if (end > 0) {
            body.replace(colon + 1, end, snippet);
        }
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
