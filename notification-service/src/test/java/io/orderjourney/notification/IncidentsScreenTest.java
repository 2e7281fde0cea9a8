package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of incidents, as a browser gets them. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class IncidentsScreenTest {

    private static final String KEY = "a key for the tests of the desks' screens";

    @Inject
    BusinessClock clock;

    private ShopDay day;
    private String address;

    @BeforeEach
    void open() {
        day = new ShopDay(clock);
        Response opened = page("en")
                .formParam("kind", "OWN_ERROR")
                .formParam("title", "Wrong prices <b>")
                .post("/desk/incidents");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(204);
        address = opened.header("HX-Redirect");
    }

    @AfterEach
    void close() {
        happens("RESOLVE", "");
        happens("CLOSE", "Check prices before they are published");
        happens("DISMISS", "");
        day.quiet();
    }

    @Test
    void the_first_button_is_always_the_step_at_hand() {
        assertThat(primary()).isEqualTo("Take it");
        happens("TAKE", "");
        assertThat(primary()).isEqualTo("Done");
        page("en")
                .formParam("event", "STEP_DONE")
                .formParam("step", "POST_ONLINE")
                .post(address + "/events");
        page("en")
                .formParam("event", "STEP_DONE")
                .formParam("step", "RESCHEDULE")
                .post(address + "/events");
        assertThat(primary()).isEqualTo("The trouble is over");
        happens("RESOLVE", "");
        assertThat(body("en", address)).contains("Follow up");
        page("en")
                .formParam("event", "STEP_DONE")
                .formParam("step", "FOLLOW_UP")
                .post(address + "/events");
        assertThat(primary()).isEqualTo("Close with the lessons");
        assertThat(happens("CLOSE", "").asString()).contains("Something is missing.");
        assertThat(happens("CLOSE", "Two pairs of eyes").statusCode()).isEqualTo(204);
        assertThat(body("en", address)).contains("Two pairs of eyes", "Nothing is left to do.");
        assertThat(happens("REOPEN", "").asString()).contains("Somebody else was faster");
    }

    @Test
    void a_dry_run_is_shown_before_it_can_be_carried_out() {
        happens("TAKE", "");
        assertThat(body("en", address)).doesNotContain("/plans/execution");
        assertThat(page("en")
                        .formParam("from", "yesterday")
                        .post(address + "/plans")
                        .asString())
                .contains("role=\"alert\"");
        assertThat(page("en").formParam("from", "").post(address + "/plans").statusCode())
                .isEqualTo(204);
        day.quiet();
        assertThat(body("en", address)).contains("A dry run changes nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void both_pages_speak_every_language_without_inline_code(String language) throws IOException {
        for (String path : new String[] {"/desk/incidents", address}) {
            Response shown = page(language).get(path);

            shown.then().statusCode(200);
            String name = path.equals(address) ? "incident-" : "incidents-";
            Files.writeString(
                    Files.createDirectories(Path.of("target/pages")).resolve(name + language + ".html"),
                    shown.asString());
            assertThat(shown.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(shown.asString())
                    .contains("<html lang=\"" + language + "\"", "Wrong prices &lt;b&gt;")
                    .doesNotContain(" style=", " onclick=", "<script>", "Wrong prices <b>");
        }
    }

    @Test
    void the_emergency_page_is_a_file_and_only_a_manager_gets_any_of_it() {
        Response file = page("en").get(address + "/emergency-page");
        file.then().statusCode(200);
        assertThat(file.header("Content-Disposition")).contains("index.html");

        as("SALES", "en").get("/desk/incidents").then().statusCode(403);
        as("SALES", "en").get(address).then().statusCode(403);
        given().redirects().follow(false).get(address).then().statusCode(303);
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("event", "TAKE")
                .post(address + "/events")
                .then()
                .statusCode(303);
        assertThat(page("en")
                        .formParam("kind", "OWN_ERROR")
                        .formParam("title", "Again")
                        .post("/desk/incidents")
                        .asString())
                .contains("An incident of this kind is not finished yet.");
        assertThat(page("en")
                        .formParam("kind", "OWN_ERROR")
                        .formParam("title", " ")
                        .post("/desk/incidents")
                        .asString())
                .contains("Please say in a few words");
    }

    /** What the first button of the card with the next step says. */
    private String primary() {
        String card = body("en", address);
        card = card.substring(card.indexOf("id=\"next\""));
        int at = card.indexOf("<button");
        return card.substring(card.indexOf('>', at) + 1, card.indexOf("</button>", at));
    }

    private Response happens(String event, String text) {
        return page("en").formParam("event", event).formParam("text", text).post(address + "/events");
    }

    private static String body(String language, String path) {
        Response answer = page(language).get(path);
        answer.then().statusCode(200);
        return answer.asString();
    }

    private static RequestSpecification page(String language) {
        return as("MANAGEMENT", language);
    }

    private static RequestSpecification as(String role, String language) {
        Session session =
                new Session("ewa", "Ewa", Set.of(role), null, Instant.now().plusSeconds(600));
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .header("HX-Request", "true")
                .cookie("journey-session", new SessionSeal(KEY).seal(session))
                .header("Accept-Language", language);
    }
}
