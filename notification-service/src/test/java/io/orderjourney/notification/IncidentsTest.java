package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a Saturday at eleven the shop's mail falls silent. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class IncidentsTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;
    private static final String ELEVEN = "131:00";
    private static final String NO_PLAN = """
            {"updateEvery":"PT2H","answerWithin":"PT10M","promiseKinds":["INQUIRY_REPLY","COMPLAINT_ANSWER"],
             "channelDown":"EMAIL","holdsCampaigns":true,"steps":["POST_ONLINE"],"callOrder":[]}""";

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private final String heartbeat = "mail-" + UUID.randomUUID().toString().substring(0, 8);
    private final String ewa = number();
    private final String adam = number();
    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        plan("""
                {"updateEvery":"PT2H","answerWithin":"PT10M","promiseKinds":["CONFIRMATION_CALL"],"channelDown":"EMAIL",
                 "holdsCampaigns":true,"steps":["POST_ONLINE","FOLLOW_UP"],
                 "callOrder":[{"name":"Ewa","phone":"%s","language":"pl"},{"name":"Adam","phone":"%s","language":"en"}]}""".formatted(ewa, adam));
        jan = new Jan(events, day).isKnown();
    }

    @AfterEach
    void cleanUp() {
        management().delete("/api/v1/heartbeats/" + heartbeat);
        unfinished().forEach(id -> record(id, "{\"event\":\"DISMISS\"}"));
        plan(NO_PLAN);
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_machine_notices_people_are_called_in_turn_and_customers_hear_it_on_a_channel_that_works() {
        while (!Fixtures.TERMS.calendar(Desk.SALES).covers(day.at(ELEVEN))) {
            // Some Saturdays are holidays.
            day = new ShopDay(clock);
        }
        jan = new Jan(events, day).isKnown();
        day.goTo(day.at(ELEVEN));
        jan.orders();
        UUID call = jan.isPromised(CALL, day.at("135:00"));
        day.messagesLeave();
        String key = register();
        beat(key, true).statusCode(200).body("silent", equalTo(false));
        Instant lastBeat = day.now();

        day.goTo(lastBeat.plusSeconds(299));
        assertThat(unfinished()).isEmpty();
        day.goTo(lastBeat.plusSeconds(300));

        String id = unfinished().get(0);
        one(id).body("incident.state", equalTo("OPEN"))
                .body("incident.openedBy", equalTo("heartbeat:" + heartbeat))
                .body("nextEvent", equalTo("TAKE"));
        assertThat(textsTo(ewa)).singleElement().asString().contains("poczta nie działa", "/desk/incidents/" + id);
        assertThat(textsTo(adam)).isEmpty();
        day.pass(Duration.ofMinutes(10));
        assertThat(textsTo(adam)).singleElement().asString().contains("Nobody leads it yet");

        // Who ordered moments before is the first in the list, and hears of a new time although the mail is down.
        affected(id).body("items[0].orderNumber", equalTo(jan.orderNumber));
        int mails = jan.mails().size();
        jan.isMoved(call, CALL, 1, day.at("135:00"), day.at("136:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        assertThat(jan.text(1).text()).isNotEmpty();
        assertThat(jan.mails()).hasSize(mails);
        hold().body("held", equalTo(true));

        record(id, "{\"event\":\"TAKE\"}").statusCode(200).body("state", equalTo("TAKEN"));
        day.pass(Duration.ofMinutes(30));
        assertThat(textsTo(ewa)).hasSize(1);
        assertThat(textsTo(adam)).hasSize(1);
        record(id, "{\"event\":\"STEP_DONE\",\"step\":\"POST_ONLINE\"}").statusCode(200);
        one(id).body("doneSteps", hasItem("POST_ONLINE")).body("nextEvent", equalTo("RESOLVE"));

        beat(key, true).statusCode(200);
        one(id).body("incident.state", equalTo("RESOLVED")).body("log.what", hasItem("SPOKE_AGAIN"));
        record(id, "{\"event\":\"CLOSE\"}").statusCode(422);
        record(id, "{\"event\":\"CLOSE\",\"text\":\"Two mail providers\"}")
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("lessons", equalTo("Two mail providers"));
        record(id, "{\"event\":\"REOPEN\"}").statusCode(409);
        day.quiet();

        jan.isMoved(call, CALL, 2, day.at("136:00"), day.at("136:30"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        jan.mail(mails + 1);
    }

    @Test
    void the_incident_itself_keeps_its_word_or_is_reminded_of_it() {
        String id = open("{\"kind\":\"MAIL_DOWN\",\"title\":\"No mail comes in\"}")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        open("{\"kind\":\"MAIL_DOWN\",\"title\":\"Again\"}")
                .statusCode(409)
                .body("code", equalTo("incident-unfinished"));
        day.quiet();
        record(id, "{\"event\":\"TAKE\"}").statusCode(200);
        Instant begun = Instant.from(OffsetDateTime.parse(one(id).extract().path("incident.openedAt")));

        day.goTo(begun.plus(Duration.ofMinutes(90)));
        one(id).body("log.what", hasItem("UPDATE_DUE"))
                .body("log.what", not(hasItem("UPDATE_MISSED")))
                .body("nextEvent", equalTo("UPDATE"));
        day.goTo(begun.plus(Duration.ofMinutes(120)));
        one(id).body("log.what", hasItem("UPDATE_MISSED"));
        assertThat(textsTo(ewa)).hasSizeGreaterThanOrEqualTo(3);

        record(id, "{\"event\":\"UPDATE\",\"nextUpdateAt\":\"2026-01-01T10:00:00+01:00\"}")
                .statusCode(422);
        record(id, "{\"event\":\"UPDATE\",\"text\":\"Said on the profile\"}").statusCode(200);
        one(id).body("nextEvent", equalTo("STEP_DONE"));
        management()
                .get("/api/v1/incidents/" + id + "/emergency-page")
                .then()
                .statusCode(200)
                .contentType("text/html");
        assertThat(management()
                        .get("/api/v1/incidents/" + id + "/posts")
                        .jsonPath()
                        .getList("items.language"))
                .containsExactly("en", "pl", "sl", "ru");
    }

    @Test
    void only_the_heartbeats_own_key_is_heard_and_it_may_say_itself_that_something_is_down() {
        String key = register();

        beat("wrong", false).statusCode(403);
        assertThat(unfinished()).isEmpty();
        beat(key, false).statusCode(200).body("silent", equalTo(true));
        day.quiet();
        assertThat(unfinished()).hasSize(1);
        beat(key, false).statusCode(200);
        day.quiet();
        assertThat(unfinished()).hasSize(1);
    }

    private static String number() {
        return "+4870" + (1_000_000 + (int) (Math.random() * 8_999_999));
    }

    private static List<String> textsTo(String phone) {
        return Objects.requireNonNull(MailAndSms.sms).sentTo(phone).stream()
                .map(SmsStub.Asked::text)
                .toList();
    }

    private List<String> unfinished() {
        JsonPath all = management()
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return all.getList("items.findAll { it.kind == 'MAIL_DOWN' }.id", String.class);
    }

    private String register() {
        return management()
                .contentType("application/json")
                .body("{\"kind\":\"MAIL_DOWN\",\"intervalSeconds\":300}")
                .put("/api/v1/heartbeats/" + heartbeat)
                .then()
                .statusCode(200)
                .extract()
                .path("key");
    }

    private ValidatableResponse beat(String key, boolean up) {
        return given().header("Heartbeat-Key", key)
                .contentType("application/json")
                .body("{\"up\":" + up + "}")
                .post("/api/v1/heartbeats/" + heartbeat + "/beats")
                .then();
    }

    private static ValidatableResponse one(String id) {
        return management().get("/api/v1/incidents/" + id).then().statusCode(200);
    }

    private static ValidatableResponse affected(String id) {
        return management()
                .get("/api/v1/incidents/" + id + "/affected-promises?limit=1")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse hold() {
        return given().auth()
                .oauth2("test-token-of-storefront")
                .get("/api/v1/campaign-hold")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse open(String body) {
        return post("/api/v1/incidents", body);
    }

    private static ValidatableResponse record(String id, String body) {
        return post("/api/v1/incidents/" + id + "/events", body);
    }

    private static ValidatableResponse post(String path, String body) {
        return management()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static void plan(String body) {
        management()
                .contentType("application/json")
                .body(body)
                .put("/api/v1/incident-plans/MAIL_DOWN")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification management() {
        return given().auth().oauth2(ShopDay.MANAGEMENT);
    }
}
