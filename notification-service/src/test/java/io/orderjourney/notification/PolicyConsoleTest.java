package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager changes the policy in a form: sees what follows, puts it in force, and who did so stays known. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PolicyConsoleTest {

    private static final String PAGE = "/desk/board/policy";
    private static final String KEY = "a key for the tests of the desks' screens";
    private static final String LEAD = "kinds.INQUIRY_REPLY.lead";

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private String inForce = "";

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        inForce = policy().prettyPrint();
    }

    @AfterEach
    void asBefore() {
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("If-Match", "\"v" + revision() + "\"")
                .contentType("application/json")
                .body(inForce)
                .put("/api/v1/policy")
                .then()
                .statusCode(200);
        day.quiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void the_form_speaks_every_language_without_inline_code(String language) throws IOException {
        Response page = as("MANAGEMENT", language).get(PAGE);
        Response preview = submit(language, "preview", revision(), Map.of(LEAD, "5:00", "desks.SALES.perHour", "29"));

        page.then().statusCode(200);
        preview.then().statusCode(200);
        for (String part : new String[] {"policy", "policy-preview"}) {
            Files.writeString(
                    Files.createDirectories(Path.of("target/pages")).resolve(part + "-" + language + ".html"),
                    (part.equals("policy") ? page : preview).asString());
        }
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.asString())
                .contains("<html lang=\"" + language + "\"", "name=\"" + LEAD + "\"")
                .doesNotContain(" style=", " onclick=", "<script>");
        as("MANAGEMENT", language).get(PAGE + "/history").then().statusCode(200);
    }

    @Test
    void a_change_is_previewed_and_changes_nothing_until_it_is_put_in_force() {
        int before = revision();
        Map<String, String> longer = Map.of(LEAD, "9:00");

        String preview = submit("en", "preview", before, longer).asString();
        assertThat(preview).contains("<del>4:00</del>", "<ins>9:00</ins>", "answer, lead time", "Put in force");
        assertThat(revision()).isEqualTo(before);

        Response saved = submit("en", "save", before, longer);
        saved.then().statusCode(303);
        assertThat(revision()).isEqualTo(before + 1);
        assertThat(as("MANAGEMENT", "en").get(PAGE + "?saved=yes").asString())
                .contains("In force, as revision " + (before + 1), "value=\"9:00\"");
        assertThat(policy().getString("kinds.INQUIRY_REPLY.lead")).isEqualTo("PT9H");

        assertThat(as("MANAGEMENT", "en").get(PAGE + "/history").asString())
                .contains("board:ewa", "answer, lead time", "<del>4:00</del>", "<ins>9:00</ins>");
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/policy/history?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].revision", equalTo(before + 1))
                .body("items[0].changedBy", equalTo("board:ewa"))
                .body("items[0].changes.field", hasItem(LEAD));
    }

    @Test
    void what_cannot_be_right_is_named_beside_its_field_and_nothing_is_saved() {
        int before = revision();
        String page = submit(
                        "en",
                        "save",
                        before,
                        Map.of(
                                "desks.CREDIT.phone",
                                "call us",
                                "kinds.INQUIRY_REPLY.rescheduleBy",
                                "0:10",
                                LEAD,
                                "soon"))
                .asString();

        assertThat(page)
                .contains("Nothing was saved", "value=\"call us\"", "value=\"soon\"")
                .contains("id=\"desks-CREDIT-phone-error\">write it with the country code")
                .contains("id=\"kinds-INQUIRY_REPLY-rescheduleBy-error\">too small or too large")
                .contains("id=\"kinds-INQUIRY_REPLY-lead-error\">cannot be read");
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void of_two_managers_the_second_sees_that_the_first_was_faster() {
        int before = revision();
        submit("en", "save", before, Map.of(LEAD, "6:00")).then().statusCode(303);

        Response late = submit("en", "save", before, Map.of(LEAD, "7:00"));

        late.then().statusCode(200);
        assertThat(late.asString()).contains("Somebody else changed the policy meanwhile", "<ins>7:00</ins>");
        assertThat(policy().getString("kinds.INQUIRY_REPLY.lead")).isEqualTo("PT6H");
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(late.asString());
        assertThat(revision.find()).isTrue();
        assertThat(Integer.parseInt(revision.group(1))).isEqualTo(before + 1);
    }

    @Test
    void an_open_promise_that_gets_into_danger_is_counted_before_it_is() {
        Jan jan = new Jan(events, day).isKnown().orders();
        try {
            UUID call = jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));
            assertThat(call).isNotNull();
            JsonPath closed = preview(policy -> policy.replace(
                    "\"closures\": [",
                    "\"closures\": [\n\"" + day.now().atZone(Fixtures.WARSAW).toLocalDate() + "\"\n"));
            assertThat(closed.getInt("openPromises.find { it.desk == 'SALES' }.closed"))
                    .isPositive();
            assertThat(closed.getInt("openPromises.find { it.desk == 'SALES' }.endangered"))
                    .isPositive();
            assertThat(closed.getString("promisedNow.find { it.kind == 'CONFIRMATION_CALL' }.afterAt"))
                    .isNotEqualTo(closed.getString("promisedNow.find { it.kind == 'CONFIRMATION_CALL' }.todayAt"));

            JsonPath same = preview(policy -> policy);
            assertThat(same.getInt("openPromises.find { it.desk == 'SALES' }.endangered"))
                    .isZero();
        } finally {
            jan.goesHome();
        }
    }

    @Test
    void only_a_manager_changes_the_policy() {
        given().redirects().follow(false).get(PAGE).then().statusCode(303);
        as("SALES", "en").get(PAGE).then().statusCode(403);
        as("SALES", "en").get(PAGE + "/history").then().statusCode(403);
        as("SALES", "en")
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("do", "save")
                .post(PAGE)
                .then()
                .statusCode(403);
        as("MANAGEMENT", "en")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("do", "save")
                .post(PAGE)
                .then()
                .statusCode(401);
    }

    private JsonPath preview(UnaryOperator<String> change) {
        Response answer = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .contentType("application/json")
                .body(change.apply(inForce))
                .post("/api/v1/policy/preview");
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private static JsonPath policy() {
        return given().auth().oauth2(ShopDay.MANAGEMENT).get("/api/v1/policy").jsonPath();
    }

    private static int revision() {
        return policy().getInt("revision");
    }

    private static Response submit(String language, String what, int revision, Map<String, String> values) {
        return as("MANAGEMENT", language)
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("do", what)
                .formParam("revision", revision)
                .formParams(values)
                .post(PAGE);
    }

    private static RequestSpecification as(String role, String language) {
        Session session =
                new Session("ewa", "Ewa", Set.of(role), null, Instant.now().plusSeconds(600));
        return given().redirects()
                .follow(false)
                .cookie("journey-session", new SessionSeal(KEY).seal(session))
                .header("Accept-Language", language);
    }
}
