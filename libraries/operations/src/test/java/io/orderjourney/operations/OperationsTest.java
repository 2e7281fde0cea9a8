package io.orderjourney.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.rest.testing.RawHttp;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(JourneyServers.class)
class OperationsTest {

    private static final String OPERATOR = "operator-token-0123456789";
    private static final String SALES = "sales-token-0123456789";
    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String LETTER =
            "insert into dead_letter (reason, detail, topic, kafka_partition, kafka_offset, fingerprint, ordering_key,"
                    + " record_value, record_headers, received_at, attempts) values ('malformed', 'Not JSON', 'orders', 0,"
                    + " ?, decode('00', 'hex'), null, ?, '[]', now(), 1) returning id";

    private static final PromiseKept KEPT =
            new PromiseKept(UUID.randomUUID(), PromiseKind.CONFIRMATION_CALL, "call logged", Instant.EPOCH);

    @TestHTTPResource("/")
    URI base;

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @Inject
    JourneyLog log;

    @Inject
    @Any
    Instance<SampledFigures> figures;

    @Test
    void an_operator_without_grafana_sees_the_same_figures_as_prometheus() {
        figures.forEach(SampledFigures::sample);

        String page = given().auth()
                .oauth2(OPERATOR)
                .get("/ops")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        String exported = given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("journey_outbox_size"))
                .findFirst()
                .orElseThrow();
        String number = exported.substring(exported.lastIndexOf(' ') + 1).replaceFirst("\\.0$", "");
        assertThat(page.replaceAll("(?s).*journey\\.outbox\\.size.*?<td class=\"number\">([^<]*)</td>.*", "$1"))
                .isEqualTo(number);
        given().auth().oauth2(SALES).get("/ops").then().statusCode(403);
        given().get("/ops").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {LETTERS, "/demo/settled"})
    void a_caller_who_accepts_no_format_at_all_gets_no_server_error(String path) throws IOException {
        RawHttp.Answer answer =
                new RawHttp(base).send("GET " + path + " HTTP/1.1", "Authorization: Bearer " + OPERATOR, "Accept: ");

        assertThat(answer.status()).as(answer.body()).isIn(200, 406);
    }

    @Test
    void metrics_are_exported_for_prometheus() {
        figures.forEach(SampledFigures::sample);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        containsString("journey_outbox_size 0.0"),
                        containsString("journey_outbox_age_seconds 0.0"),
                        containsString("journey_consumer_lag 0.0"),
                        containsString("journey_consumer_stalled_seconds 0.0"),
                        containsString("journey_deadletters_blocked 0.0"),
                        containsString("journey_events_published_total"),
                        containsString("journey_loop_failures_total{loop=\"relay\""));
    }

    @Test
    void a_figure_that_cannot_be_asked_for_is_not_shown_as_a_number() {
        figures.forEach(SampledFigures::sample);
        figures.forEach(SampledFigures::forget);
        given().get("/q/metrics").then().body(containsString("journey_outbox_size NaN"));
        figures.forEach(SampledFigures::sample);
    }

    @Test
    void a_scrape_asks_nothing_and_shows_what_was_sampled() throws SQLException {
        figures.forEach(SampledFigures::sample);
        String before = waiting();
        long letter = letter(99);

        assertThat(waiting()).isEqualTo(before);
        figures.forEach(SampledFigures::sample);
        assertThat(waiting()).isNotEqualTo(before);
        discard(letter, "only to be counted").statusCode(200);
    }

    private static String waiting() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("journey_deadletters_waiting"))
                .collect(Collectors.joining());
    }

    @Test
    void a_demo_shows_whether_the_service_is_at_rest() {
        assertThat(clock).isInstanceOf(SettableClock.class);
        ((SettableClock) clock).advance(Duration.ofDays(3));

        String now = get("/demo/settled", OPERATOR)
                .statusCode(200)
                .body("outbox", equalTo(0), "parked", equalTo(0), "due", equalTo(0))
                .extract()
                .path("checkedAt");

        assertThat(Instant.parse(now)).isAfter(Instant.now().plus(Duration.ofDays(2)));
        get("/demo/settled", SALES).statusCode(403).body("code", equalTo("forbidden"));
        given().get("/demo/settled").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void dead_letters_are_for_the_operator_to_list_show_and_discard() throws SQLException {
        long first = letter(1);
        letter(2);

        get(LETTERS, SALES).statusCode(403).body("code", equalTo("forbidden"));
        JsonPath page = get(LETTERS + "?limit=1", OPERATOR)
                .body("items[0].reason", equalTo("malformed"))
                .extract()
                .jsonPath();
        assertThat(page.getLong("items[0].id")).isEqualTo(first);
        get(LETTERS + "?limit=1&cursor=" + page.getString("next"), OPERATOR)
                .body("items[0].offset", equalTo(2), "next", nullValue());

        get(LETTERS + "/" + first, OPERATOR).body("value.text", equalTo("not json"));
        get(LETTERS + "/0", OPERATOR).statusCode(404).body("code", equalTo("dead-letter-not-found"));

        discard(first, " ").statusCode(422).body("code", equalTo("validation"));
        discard(0, "none").statusCode(404).body("code", equalTo("dead-letter-not-found"));
        given().auth()
                .oauth2(OPERATOR)
                .post(LETTERS + "/" + first + "/redrive")
                .then()
                .statusCode(200)
                .body("applied", equalTo(0), "stoppedBy", equalTo((int) first));
        discard(first, "a test of the supplier").statusCode(200);
        discard(first, "again").statusCode(409).body("code", equalTo("dead-letter-settled"));
        get(LETTERS + "/" + first, OPERATOR).body("letter.settledBy", equalTo("operator:olga"));
    }

    @Test
    void an_operator_publishes_again_one_journey_what_is_new_or_everything() {
        UUID journey = UUID.randomUUID();
        Instant before = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> log.append(NewEvent.of(EventTypes.PROMISE_KEPT, journey, KEPT, "olga")));

        republish("{\"journeyId\":\"" + journey + "\",\"dryRun\":true}")
                .statusCode(200)
                .body("facts", equalTo(1), "dryRun", equalTo(true));
        republish("{\"journeyId\":\"" + journey + "\"}").body("facts", equalTo(1));
        republish("{\"sinceAt\":\"" + before + "\"}").body("facts", equalTo(1));
        republish("{\"sinceAt\":\"" + clock.instant().plusSeconds(60) + "\"}").body("facts", equalTo(0));
        republish("{\"all\":true}").statusCode(200);
        republish("{}").statusCode(422).body("code", equalTo("validation"));
        republish("{\"all\":true,\"journeyId\":\"" + journey + "\"}").statusCode(422);
        given().auth()
                .oauth2(SALES)
                .contentType(ContentType.JSON)
                .body("{\"all\":true}")
                .post("/api/v1/republications")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse republish(String body) {
        return given().auth()
                .oauth2(OPERATOR)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/republications")
                .then();
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse discard(long id, String reason) {
        return given().auth()
                .oauth2(OPERATOR)
                .header("Journey-Actor", "olga")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"" + reason + "\"}")
                .post(LETTERS + "/" + id + "/discard")
                .then();
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
}
