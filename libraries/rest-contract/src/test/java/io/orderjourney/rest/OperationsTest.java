package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.json;
import static io.orderjourney.rest.ParcelCalls.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.rest.app.ParcelResource;
import io.orderjourney.rest.openapi.CommittedContract;
import io.orderjourney.rest.testing.RawHttp;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class OperationsTest {

    private static final String LETTER =
            "insert into dead_letter (reason, detail, topic, kafka_partition, kafka_offset,"
                    + " fingerprint, ordering_key, record_value, record_headers, received_at, attempts) values ('malformed',"
                    + " 'Not JSON', 'orders', 0, ?, decode('00', 'hex'), null, ?, '[]', now(), 1) returning id";

    @TestHTTPResource("/")
    URI base;

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    private ParcelCalls calls;

    @BeforeEach
    void knowTheAddress() {
        calls = new ParcelCalls(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/dead-letters", "/demo/settled"})
    void whoever_names_no_format_at_all_is_not_answered_with_a_fault_of_ours(String door) throws IOException {
        RawHttp.Answer answer = new RawHttp(base)
                .send("GET " + door + " HTTP/1.1", "Authorization: Bearer " + ParcelCalls.OPERATOR, "Accept: ");

        assertThat(answer.status()).as(answer.body()).isIn(200, 406);
    }

    @Test
    void a_demo_shows_whether_the_service_is_at_rest() {
        assertThat(clock).isInstanceOf(SettableClock.class);
        ((SettableClock) clock).advance(Duration.ofDays(3));

        JsonNode settled = json(calls.get("/demo/settled", ParcelCalls.OPERATOR));

        assertThat(Instant.parse(settled.path("now").asText()))
                .isAfter(Instant.now().plus(Duration.ofDays(2)));
        assertThat(settled.path("outbox").asLong(-1)).isZero();
        assertThat(settled.path("parked").asLong(-1)).isZero();
        assertThat(settled.path("due").asLong(-1)).isZero();
        assertThat(settled.has("nextDueAt")).isTrue();
        requireProblem(calls.get("/demo/settled", ParcelCalls.SHOP), 403, "forbidden");
        requireProblem(calls.send(calls.request("/demo/settled")), 401, "unauthenticated");
    }

    @Test
    void dead_letters_are_for_the_operator_to_list_show_and_discard() throws SQLException {
        long first = letter(1);
        letter(2);

        requireProblem(calls.get("/api/v1/dead-letters", ParcelCalls.SALES), 403, "forbidden");
        JsonNode page = json(calls.get("/api/v1/dead-letters?limit=1", ParcelCalls.OPERATOR));
        assertThat(page.at("/items/0/id").asLong()).isEqualTo(first);
        assertThat(page.at("/items/0/reason").asText()).isEqualTo("malformed");
        JsonNode next = json(calls.get(
                "/api/v1/dead-letters?limit=1&cursor=" + page.path("next").asText(), ParcelCalls.OPERATOR));
        assertThat(next.at("/items/0/offset").asLong()).isEqualTo(2);
        assertThat(next.path("next").isNull()).isTrue();

        JsonNode shown = json(calls.get("/api/v1/dead-letters/" + first, ParcelCalls.OPERATOR));
        assertThat(shown.at("/value/text").asText()).isEqualTo("not json");
        requireProblem(calls.get("/api/v1/dead-letters/0", ParcelCalls.OPERATOR), 404, "dead-letter-unknown");

        requireProblem(discard(first, "{\"reason\":\" \"}"), 422, "validation");
        requireProblem(discard(0, "{\"reason\":\"none\"}"), 404, "dead-letter-unknown");
        JsonNode redriven =
                json(calls.send(calls.request("/api/v1/dead-letters/" + first + "/redrive", ParcelCalls.OPERATOR)
                        .POST(BodyPublishers.noBody())));
        assertThat(redriven.path("applied").asInt(-1)).isZero();
        assertThat(redriven.path("stoppedAt").asLong()).isEqualTo(first);
        assertThat(discard(first, "{\"reason\":\"a test of the supplier\"}").statusCode())
                .isEqualTo(200);
        requireProblem(discard(first, "{\"reason\":\"again\"}"), 409, "dead-letter-settled");
        assertThat(json(calls.get("/api/v1/dead-letters/" + first, ParcelCalls.OPERATOR))
                        .at("/letter/settledBy")
                        .asText())
                .isEqualTo("operator:olga");
    }

    private HttpResponse<String> discard(long id, String body) {
        HttpRequest.Builder request = calls.request("/api/v1/dead-letters/" + id + "/discard", ParcelCalls.OPERATOR)
                .header("Content-Type", "application/json")
                .header("Journey-Actor", "olga")
                .POST(BodyPublishers.ofString(body));
        return calls.send(request);
    }

    private long letter(long offset) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(LETTER)) {
            insert.setLong(1, offset);
            insert.setBytes(2, "not json".getBytes(StandardCharsets.UTF_8));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void a_signed_callback_is_let_in_and_an_unsigned_one_is_not() {
        String path = "/api/v1/parcels/signed";
        byte[] body = "{\"decision\": \"APPROVED\"}".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder good = calls.request(path).header("Content-Type", "application/json");
        WebhookSignature.of(ParcelResource.SECRET).sign("msg_1", body).forEach(good::header);

        HttpResponse<String> answer = calls.send(good.POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("id").asText()).isEqualTo("msg_1");
        assertThat(json(answer).path("length").asInt()).isEqualTo(body.length);
        requireProblem(
                calls.send(good.POST(BodyPublishers.ofString("{\"decision\":\"APPROVED\"}"))),
                401,
                "signature-invalid");
        requireProblem(
                calls.send(calls.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1]))),
                413,
                "body-too-large");
        requireProblem(
                calls.send(calls.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300 * 1024])))),
                413,
                "body-too-large");
        requireProblem(
                calls.send(calls.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))),
                401,
                "signature-invalid");
    }

    @Test
    void the_document_of_the_api_says_what_all_calls_share() {
        JsonNode document = json(calls.get("/q/openapi?format=json", ParcelCalls.SHOP));

        JsonNode post = document.path("paths").path("/api/v1/parcels").path("post");
        assertThat(post.path("parameters").findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(post.path("responses").fieldNames())
                .toIterable()
                .contains("400", "401", "403", "409", "422", "default");
        JsonNode put = document.path("paths").path("/api/v1/parcels/{id}/name").path("put");
        assertThat(put.path("responses").fieldNames()).toIterable().contains("404", "412", "428");
        JsonNode signed = document.path("paths").path("/api/v1/parcels/signed").path("post");
        assertThat(signed.path("parameters").findValuesAsText("name")).doesNotContain("Idempotency-Key");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/Problem/required").findValuesAsText("code"))
                .isNotNull();
        assertThat(document.at("/info/version").asText()).isEqualTo("1");
    }

    @Test
    void a_served_document_that_is_not_committed_is_noticed() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> CommittedContract.requireServedAsCommitted(base))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Line 1")
                .hasMessageContaining("cp target/openapi.yaml src/main/openapi/openapi.yaml");
    }
}
