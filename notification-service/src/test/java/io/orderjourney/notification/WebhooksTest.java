package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.WebhookReceiver.Got;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another system is told of promises and journeys; the receiver is a real HTTP server. Every event comes twice. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class WebhooksTest {

    private static final String ENDPOINTS = "/api/v1/webhook-endpoints";

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;
    private WebhookReceiver receiver;
    private String endpoint;
    private String secret;

    @BeforeEach
    void register() throws IOException {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown();
        receiver = new WebhookReceiver();
        JsonPath made = post(
                        ENDPOINTS,
                        "{\"url\":\"" + receiver.url() + "\",\"types\":[\"orders.order-placed.v1\","
                                + "\"promises.promise-made.v1\",\"promises.promise-kept.v1\"]}")
                .statusCode(201)
                .extract()
                .jsonPath();
        endpoint = ENDPOINTS + "/" + made.getString("endpoint.id");
        secret = made.getString("secret");
    }

    @AfterEach
    void cleanUp() {
        given().auth().oauth2(ShopDay.OPERATOR).delete(endpoint).then().statusCode(204);
        receiver.close();
        jan.goesHome();
        day.quiet();
    }

    @Test
    void what_happens_to_a_promise_is_sent_once_signed_and_without_the_customers_name() {
        jan.orders();
        UUID call = jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));
        day.quiet();
        jan.isKept(call, PromiseKind.CONFIRMATION_CALL);
        day.quiet();

        List<Got> mine = mine();
        assertThat(mine)
                .extracting(got -> JsonPath.from(got.body()).getString("type"))
                .containsExactlyInAnyOrder(
                        "orders.order-placed.v1", "promises.promise-made.v1", "promises.promise-kept.v1");
        assertThat(mine).allSatisfy(got -> {
            assertThatCode(() -> verify(secret, got)).doesNotThrowAnyException();
            assertThat(got.body()).doesNotContain("Kowalski", jan.address, jan.phone);
        });
        JsonPath promised = JsonPath.from(mine.stream()
                .map(Got::body)
                .filter(body -> body.contains("promise-made"))
                .findFirst()
                .orElseThrow());
        assertThat(promised.getString("data.promiseId")).isEqualTo(call.toString());
        assertThat(promised.getString("journeyId")).isEqualTo(jan.journey.toString());
    }

    @Test
    void a_receiver_that_comes_back_gets_everything_with_the_same_ids() {
        receiver.answers(503);
        jan.orders();
        day.quiet();
        String id = mine().get(0).header("webhook-id");
        deliveries("PENDING").body("items[0].status", equalTo(503), "items[0].attempts", equalTo(1));

        receiver.answers(200);
        day.pass(Duration.ofMinutes(1));

        assertThat(mine())
                .filteredOn(got -> id.equals(got.header("webhook-id")))
                .hasSize(2);
        deliveries("DELIVERED").body("items.messageId", hasItem(id));
    }

    @Test
    void a_receiver_that_is_away_for_three_days_is_disabled_with_a_task_and_gets_the_rest_when_it_is_enabled() {
        receiver.answers(500);
        jan.orders();
        day.quiet();
        passDays(2);
        assertThat(mine().size()).isBetween(3, 60);
        list().body("items.find { it.id == '" + id() + "' }.disabledAt", equalTo(null));
        passDays(2);

        list().body("items.find { it.id == '" + id() + "' }.disabledBecause", containsString("500"));
        assertThat(jan.tasks("MANAGEMENT")).contains("ESCALATION");
        int before = mine().size();
        jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.now().plus(Duration.ofHours(4)));
        day.quiet();
        assertThat(mine()).as("nothing is sent while it is disabled").hasSize(before);

        receiver.answers(204);
        post(endpoint + "/enablement", null).statusCode(200).body("disabledAt", equalTo(null));
        day.quiet();
        deliveries("PENDING").body("items.size()", equalTo(0));
        assertThat(mine()).anyMatch(got -> got.body().contains("promise-made"));
    }

    @Test
    void a_message_is_sent_again_on_request_under_its_id() {
        jan.orders();
        day.quiet();
        String id = mine().get(0).header("webhook-id");

        post(endpoint + "/redeliveries", "{\"messageId\":\"" + id + "\"}")
                .statusCode(200)
                .body("again", equalTo(1));
        day.quiet();

        assertThat(mine())
                .hasSize(2)
                .extracting(got -> got.header("webhook-id"))
                .containsOnly(id);
        post(endpoint + "/redeliveries", "{\"state\":\"FAILED\"}").body("again", equalTo(0));
    }

    @Test
    void while_a_secret_changes_both_can_check_and_a_day_later_only_the_new_one() {
        String fresh = post(endpoint + "/secret-rotations", null)
                .statusCode(200)
                .extract()
                .path("secret");
        String message =
                post(endpoint + "/tests", null).statusCode(200).extract().path("messageId");
        day.quiet();

        Got both = last();
        assertThat(both.header("webhook-id")).isEqualTo(message);
        assertThatCode(() -> verify(secret, both)).doesNotThrowAnyException();
        assertThatCode(() -> verify(fresh, both)).doesNotThrowAnyException();

        day.pass(Duration.ofHours(25));
        post(endpoint + "/tests", null).statusCode(200);
        day.quiet();
        Got later = last();
        assertThatCode(() -> verify(fresh, later)).doesNotThrowAnyException();
        assertThatThrownBy(() -> verify(secret, later)).isInstanceOf(Problem.class);
        assertThat(later.header("webhook-signature")).doesNotContain(" ");
    }

    @Test
    void an_address_or_a_type_that_cannot_be_is_refused_and_only_an_operator_may_register() {
        post(ENDPOINTS, "{\"url\":\"file:///etc/passwd\"}")
                .statusCode(422)
                .body("code", equalTo("webhook-refused"), "errors[0].pointer", equalTo("/url"));
        post(ENDPOINTS, "{\"url\":\"https://shop.example.com/\",\"types\":[\"customers.contact-changed.v1\"]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/types"));
        given().auth().oauth2("test-token-of-sales").get(ENDPOINTS).then().statusCode(403);
    }

    /** In steps: between two of them the service does what falls due. */
    private void passDays(int days) {
        for (int quarter = 0; quarter < 4 * days; quarter++) {
            day.pass(Duration.ofHours(6));
        }
    }

    private Got last() {
        return receiver.got().get(receiver.got().size() - 1);
    }

    /** Of this journey, and of no other test's. */
    private List<Got> mine() {
        return receiver.got().stream()
                .filter(got -> got.body().contains(jan.journey.toString()))
                .toList();
    }

    private static void verify(String key, Got got) {
        WebhookSignature.of(key).verify(got::header, got.body().getBytes(StandardCharsets.UTF_8));
    }

    private String id() {
        return endpoint.substring(ENDPOINTS.length() + 1);
    }

    private ValidatableResponse deliveries(String state) {
        return given().auth()
                .oauth2(ShopDay.OPERATOR)
                .get(endpoint + "/deliveries?limit=50&state=" + state)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list() {
        return given().auth().oauth2(ShopDay.OPERATOR).get(ENDPOINTS).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, @Nullable String body) {
        var request = given().auth()
                .oauth2(ShopDay.OPERATOR)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return (body == null ? request : request.contentType("application/json").body(body))
                .post(path)
                .then();
    }
}
