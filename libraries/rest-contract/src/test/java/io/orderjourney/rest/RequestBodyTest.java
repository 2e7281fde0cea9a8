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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class RequestBodyTest {

    private static final String PARCELS = "/api/v1/parcels";

    @TestHTTPResource("/")
    URI base;

    private ParcelCalls calls;

    @BeforeEach
    void knowTheAddress() {
        calls = new ParcelCalls(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"name\":\"box\"",
                "{\"name\":\"box\"} x",
                "{\"name\":\"box\"}{\"name\":\"box\"}",
                "{\"name\":\"box\"} []",
                "1 2",
                "{\"name\":\"box\",\"name\":\"chest\"}",
                "{\"weight\":NaN,\"name\":\"box\"}",
                "{\"weight\":Infinity,\"name\":\"box\"}",
                "{\"weight\":01,\"name\":\"box\"}",
                "{/* a comment */\"name\":\"box\"}",
                "{'name':'box'}",
                "{name:\"box\"}",
                "{\"name\":\"box\",}",
                "{\"name\":\"bo\u0000x\"}",
                "{\"name\":\"bo\nx\"}",
                "{\"name\":\"\\x\"}",
                "\uFEFF{\"name\":\"box\"}",
                "name=box",
                "<name>box</name>",
            })
    void what_is_not_one_json_value_is_malformed(String body) {
        requireProblem(calls.post(PARCELS, body), 400, "json-malformed");
    }

    @Test
    void only_utf8_is_read() {
        byte[] utf16 = "{\"name\":\"box\"}".getBytes(StandardCharsets.UTF_16);
        byte[] utf32 = "{\"name\":\"box\"}".getBytes(java.nio.charset.Charset.forName("UTF-32BE"));
        byte[] broken = "{\"name\":\"box?\"}".getBytes(StandardCharsets.UTF_8);
        broken[12] = (byte) 0xC3;
        byte[] overlong = "{\"name\":\"box??\"}".getBytes(StandardCharsets.UTF_8);
        overlong[12] = (byte) 0xC0;
        overlong[13] = (byte) 0x80;

        for (byte[] body : new byte[][] {utf16, utf32, broken, overlong}) {
            requireProblem(calls.post(PARCELS, body, "utf", ParcelCalls.SHOP), 400, "json-malformed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':5}|/name",
                "{'name':true}|/name",
                "{'name':['box']}|/name",
                "{'name':{}}|/name",
                "{'name':'box','fragile':'true'}|/fragile",
                "{'name':'box','fragile':1}|/fragile",
                "{'name':'box','weight':'1.5'}|/weight",
                "{'name':'box','weight':''}|/weight",
                "{'name':'box','weight':1e400}|/weight",
                "{'name':'box','weight':1e-999999999}|/weight",
                "{'name':'box','weight':11111111111111111111111111111111111111111}|/weight",
                "{'name':'box','size':1}|/size",
                "{'name':'box','day':20260302}|/day",
                "{'name':'box','day':[2026,3,2]}|/day",
                "{'name':'box','requestedAt':1767225600}|/requestedAt",
                "{'name':'box','items':{}}|/items",
                "{'name':'box','items':'none'}|/items",
                "{'name':'box','items':[null]}|/items/0",
                "{'name':'box','items':[{'sku':'a','quantity':'1'}]}|/items/0/quantity",
                "{'name':'box','items':[{'sku':'a','quantity':1.5}]}|/items/0/quantity",
                "{'name':'box','sender':'anna'}|/sender",
                "{'name':'box','sender':[]}|/sender",
                "[]|``",
                "'box'|``",
                "5|``",
                "null|``",
            })
    void a_wrong_type_is_named_with_its_place(String body, String pointer) {
        JsonNode problem = requireProblem(calls.post(PARCELS, body.replace('\'', '"')), 400, "type-mismatch");

        assertThat(problem.at("/errors/0/pointer").asText("")).isEqualTo(pointer);
    }

    @Test
    void a_whole_number_may_have_a_point_as_in_an_event() {
        for (String quantity : List.of("1.0", "1.00e1", "2")) {
            assertThat(calls.post(
                                    PARCELS,
                                    "{\"name\":\"box\",\"items\":[{\"sku\":\"a\",\"quantity\":" + quantity + "}]}")
                            .statusCode())
                    .as(quantity)
                    .isEqualTo(201);
        }
    }

    @Test
    void a_number_of_two_hundred_digits_is_not_computed_with() {
        String digits = "9".repeat(200);

        requireProblem(calls.post(PARCELS, "{\"name\":\"box\",\"weight\":" + digits + "}"), 400, "type-mismatch");
        requireProblem(calls.post(PARCELS + "/free", "{\"any\":" + digits + "}"), 400, "type-mismatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'box','status':'READY'}|/status",
                "{'name':'box','Name':'box'}|/Name",
                "{'name':'box','sender':{'name':'anna','creditApproved':true}}|/sender/creditApproved",
                "{'name':'box','<script>':1}|/*",
            })
    void an_unknown_property_is_refused_and_named_only_if_it_looks_like_one(String body, String pointer) {
        JsonNode problem = requireProblem(calls.post(PARCELS, body.replace('\'', '"')), 400, "unknown-property");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void limits_of_depth_items_and_length_hold() {
        String deepest = "{\"a\":".repeat(32) + "1" + "}".repeat(32);
        String tooDeep = "{\"a\":".repeat(33) + "1" + "}".repeat(33);
        String mostItems = "{\"a\":[" + ones(10_000) + "]}";
        String tooManyItems = "{\"a\":[" + ones(10_001) + "]}";
        String longest = "{\"a\":\"" + "x".repeat(20_000) + "\"}";
        String tooLong = "{\"a\":\"" + "x".repeat(20_001) + "\"}";
        String longName = "{\"" + "x".repeat(1000) + "\":1}";

        for (String accepted : new String[] {deepest, mostItems, longest}) {
            assertThat(calls.post(PARCELS + "/free", accepted).statusCode()).isEqualTo(200);
        }
        for (String refused : new String[] {tooDeep, tooManyItems, tooLong, longName}) {
            requireProblem(calls.post(PARCELS + "/free", refused), 400, "limit-exceeded");
        }
    }

    private static String ones(int count) {
        return IntStream.range(0, count).mapToObj(i -> "1").collect(Collectors.joining(","));
    }

    @Test
    void a_body_of_256_kb_is_read_and_one_byte_more_is_not() {
        String open = "{\"a\":1";
        String longest = open + " ".repeat(256 * 1024 - open.length() - 1) + "}";

        assertThat(calls.post(PARCELS + "/free", longest).statusCode()).isEqualTo(200);
        requireProblem(calls.post(PARCELS + "/free", longest + " "), 413, "body-too-large");
    }

    @Test
    void a_body_of_unknown_length_is_limited_too() {
        byte[] large = ("{\"a\":1" + " ".repeat(300 * 1024) + "}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = calls.send(calls.request(PARCELS + "/free", ParcelCalls.SHOP)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

        requireProblem(answer, 413, "body-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'bo\\u0000x'}|/name",
                "{'name':'bo\\u001bx'}|/name",
                "{'name':'bo\\u007fx'}|/name",
                "{'name':'bo\\u0085x'}|/name",
                "{'name':'bo\\ud800x'}|/name",
                "{'name':'bo\\udc00\\ud800x'}|/name",
                "{'name':'box','sender':{'name':'a','note':'\\u0000'}}|/sender/note",
                "{'name':'box','items':[{'sku':'a','quantity':1},{'sku':'\\u0000'}]}|/items/1/sku",
                "{'name':'box','unknown':'\\u0000'}|/unknown",
                "{'name':'box','\\u0000':1}|/*",
            })
    void a_character_that_cannot_be_stored_is_found_anywhere(String body, String pointer) {
        JsonNode problem = requireProblem(calls.post(PARCELS, body.replace('\'', '"')), 422, "invalid-character");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Null",
                "Ә Ғ Қ",
                "Я",
                "😀",
                "שלום",
                "e\u0301",
                "two\\nlines\\tand a tab",
                "\u202Ereversed",
                "%_\\\\"
            })
    void names_of_people_are_kept_as_they_are(String name) {
        HttpResponse<String> answer = calls.post(PARCELS, "{\"name\":\"" + name + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String kept = json("{\"name\":\"" + name + "\"}").path("name").asText();
        assertThat(json(answer).path("name").asText()).isEqualTo(kept);
        long id = json(answer).path("id").asLong();
        assertThat(json(calls.get(PARCELS + "/" + id, ParcelCalls.SHOP))
                        .path("name")
                        .asText())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/name|not-blank",
                "{'name':null}|/name|not-blank",
                "{'name':' '}|/name|not-blank",
                "{'name':'box','day':'2026-02-30'}|/day|invalid",
                "{'name':'box','day':'tomorrow'}|/day|invalid",
                "{'name':'box','day':''}|/day|invalid",
                "{'name':'box','day':'999999999-01-01'}|/day|invalid",
                "{'name':'box','requestedAt':'2026-03-02T10:00:00'}|/requestedAt|invalid",
                "{'name':'box','requestedAt':'+999999999-12-31T23:59:59Z'}|/requestedAt|invalid",
                "{'name':'box','requestedAt':'1767225600'}|/requestedAt|invalid",
                "{'name':'box','size':'HUGE'}|/size|invalid",
                "{'name':'box','size':''}|/size|invalid",
                "{'name':'box','size':'1'}|/size|invalid",
                "{'name':'box','reference':'not-an-id'}|/reference|invalid",
                "{'name':'box','reference':'1-1-1-1-1'}|/reference|invalid",
                "{'name':'box','currency':'XYZ'}|/currency|invalid",
                "{'name':'box','items':[{'sku':'a','quantity':0}]}|/items/0/quantity|min",
                "{'name':'box','items':[{'sku':'a','quantity':-1}]}|/items/0/quantity|min",
                "{'name':'box','items':[{'sku':'a','quantity':1001}]}|/items/0/quantity|max",
                "{'name':'box','items':[{'sku':'a','quantity':2147483648}]}|/items/0/quantity|out-of-range",
                "{'name':'box','items':[{'sku':'a','quantity':1,'amountMinor':9223372036854775808}]}|/items/0/amountMinor|out-of-range",
                "{'name':'box','items':[{'sku':'a'}]}|/items/0/quantity|not-null",
                "{'name':'box','sender':{'name':''}}|/sender/name|not-blank",
            })
    void impossible_content_is_named_with_its_place(String body, String pointer, String code) {
        JsonNode problem = requireProblem(calls.post(PARCELS, body.replace('\'', '"')), 422, "validation");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void every_wrong_place_is_named_at_once() {
        JsonNode problem = requireProblem(
                calls.post(PARCELS, "{\"name\":\"\",\"items\":[{\"sku\":\"\",\"quantity\":0}]}"), 422, "validation");

        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactly("/items/0/quantity", "/items/0/sku", "/name");
    }

    @Test
    void a_list_as_the_whole_body_is_validated_too() {
        assertThat(calls.post(PARCELS + "/items", "[{\"sku\":\"a\",\"quantity\":1}]")
                        .body())
                .isEqualTo("1");
        JsonNode problem =
                requireProblem(calls.post(PARCELS + "/items", "[{\"sku\":\"a\",\"quantity\":0}]"), 422, "validation");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/0/quantity");
    }

    @Test
    void what_was_sent_is_never_repeated() {
        String secret = "canary4711";

        for (String body : new String[] {
            "{\"name\":" + secret + "}",
            "{\"day\":\"" + secret + "\",\"name\":\"box\"}",
            "{\"size\":\"" + secret + "\",\"name\":\"box\"}",
            "{\"name\":\"" + secret + "x".repeat(300) + "\"}",
            "{\"name\":{\"" + secret + " \":1}}",
        }) {
            assertThat(calls.post(PARCELS, body).body()).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "nonsense",
                "application/octet-stream",
            })
    void another_media_type_is_refused(String type) {
        HttpResponse<String> answer = calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                .header("Content-Type", type)
                .header("Idempotency-Key", "type")
                .POST(BodyPublishers.ofString("{\"name\":\"box\"}")));

        assertThat(answer.statusCode()).as(answer.body()).isIn(415, 400);
        requireProblem(
                answer,
                answer.statusCode(),
                type.equals("nonsense") ? json(answer).path("code").asText() : "media-type-unsupported");
    }

    @Test
    void a_body_without_a_type_and_a_packed_body_are_refused() {
        requireProblem(
                calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                        .header("Idempotency-Key", "type")
                        .POST(BodyPublishers.ofString("{\"name\":\"box\"}"))),
                415,
                "media-type-unsupported");
        requireProblem(
                calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .header("Idempotency-Key", "type")
                        .POST(BodyPublishers.ofString("{\"name\":\"box\"}"))),
                415,
                "media-type-unsupported");
    }

    @Test
    void a_type_with_the_charset_utf8_is_json() {
        HttpResponse<String> answer = calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("Idempotency-Key", "charset")
                .POST(BodyPublishers.ofString("{\"name\":\"box\"}")));

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void a_missing_body_is_malformed() {
        HttpResponse<String> answer = calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                .header("Idempotency-Key", "none")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 415);
        requireProblem(answer, answer.statusCode(), json(answer).path("code").asText());
    }
}
