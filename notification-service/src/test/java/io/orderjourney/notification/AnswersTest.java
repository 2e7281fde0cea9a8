package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link in a delay notice: accept, another time, cancel. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class AnswersTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;
    private static final Pattern LINK = Pattern.compile("/api/v1/answers/([A-Za-z0-9_-]{43})");

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    private ShopDay day;
    private Jan jan;
    private UUID call;
    private String token;

    @BeforeEach
    void announceDelay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        Matcher link = LINK.matcher(Jan.body(jan.mail(2)));
        assertThat(link.find()).isTrue();
        token = link.group(1);
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_page_shows_the_old_and_new_date_and_three_choices() {
        String page = page().statusCode(200).extract().asString();

        assertThat(page)
                .contains(
                        jan.orderNumber,
                        "17:00",
                        "14:00",
                        "value=\"ACCEPT\"",
                        "value=\"ANOTHER_TIME\"",
                        "value=\"CANCEL\"")
                .doesNotContain("Kowalski", jan.address, jan.phone);
    }

    @Test
    void viewing_the_page_changes_nothing() {
        int before = answered().size();

        page().statusCode(200);
        page().statusCode(200);

        assertThat(answered()).hasSize(before);
        assertThat(page().extract().asString()).doesNotContain("role=\"status\"");
    }

    @Test
    void the_page_may_only_submit_its_form_and_is_not_cached() throws NoSuchAlgorithmException {
        ValidatableResponse page = page();
        page.header("Cache-Control", equalTo("no-store"))
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .contentType("text/html;charset=UTF-8");

        String html = page.extract().asString();
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.extract().header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-" + hash + "'")
                .contains("form-action 'self'", "frame-ancestors 'none'");
        assertThat(html).doesNotContain("<script", " style=\"", " onclick");
    }

    @Test
    void repeated_acceptance_is_recorded_once() {
        answer("ACCEPT", "").statusCode(303);
        answer("ACCEPT", "").statusCode(303);

        assertThat(answered()).hasSize(1);
        assertThat(answered().get(0).data()).contains("\"ACCEPT\"");
        assertThat(jan.tasks("SALES")).isEmpty();
        page().body(containsString("you accept the new time"));
    }

    @Test
    void a_request_for_another_time_opens_a_call_task() {
        answer(
                        "ANOTHER_TIME",
                        day.at("35:00")
                                .atZone(Fixtures.WARSAW)
                                .toLocalDateTime()
                                .toString())
                .statusCode(303);

        assertThat(answered()).hasSize(1);
        assertThat(answered().get(0).data()).contains(day.at("35:00").toString());
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");
        page().body(containsString("11:00"));
    }

    @Test
    void free_text_instead_of_a_time_is_refused() {
        answer("ANOTHER_TIME", "call my wife on +48600100200").statusCode(422).body(containsString("role=\"alert\""));
        answer("ANOTHER_TIME", "2020-01-01T10:00").statusCode(422);

        assertThat(answered()).isEmpty();
        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @Test
    void a_later_answer_replaces_an_earlier_one() {
        answer("ANOTHER_TIME", "").statusCode(303);
        answer("CANCEL", "").statusCode(303);
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");
        answer("ANOTHER_TIME", "").statusCode(303);
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");
        answer("ACCEPT", "").statusCode(303);

        assertThat(jan.tasks("SALES")).isEmpty();
        assertThat(answered()).hasSize(4);
        page().body(containsString("you accept the new time"));
    }

    @Test
    void a_cancellation_request_is_called_even_after_the_promise_is_kept() {
        answer("CANCEL", "").statusCode(303);

        jan.isKept(call, CALL);
        day.quiet();

        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");
    }

    @Test
    void too_many_answers_are_refused() {
        for (int i = 0; i < 5; i++) {
            answer("ACCEPT", "").statusCode(303);
            answer("CANCEL", "").statusCode(303);
        }

        answer("ACCEPT", "").statusCode(422).body(containsString("easier to talk"));
        assertThat(answered()).hasSize(10);
    }

    @Test
    void a_settled_message_takes_no_answer() {
        jan.isKept(call, CALL);
        day.quiet();

        page().statusCode(200).body(containsString("already done"));
        answer("CANCEL", "").statusCode(303);

        assertThat(answered()).isEmpty();
        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @Test
    void a_forged_link_shows_a_page_in_the_browsers_language() {
        String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        given().get("/api/v1/answers/" + forged).then().statusCode(404).body(containsString("link is not valid"));
        given().header("Accept-Language", "pl-PL,pl;q=0.9")
                .get("/api/v1/answers/" + forged)
                .then()
                .statusCode(404)
                .body(containsString("Ten link jest nieprawidłowy"));
        given().header("Accept-Language", "%%%;;;")
                .get("/api/v1/answers/x")
                .then()
                .statusCode(404);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("answer", "CANCEL")
                .post("/api/v1/answers/" + forged)
                .then()
                .statusCode(404);
        assertThat(answered()).isEmpty();
    }

    @Test
    void an_unknown_answer_changes_nothing() {
        answer("YES", "").statusCode(422);
        given().contentType("application/x-www-form-urlencoded")
                .post("/api/v1/answers/" + token)
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/answers/" + token)
                .then()
                .statusCode(415);

        assertThat(answered()).isEmpty();
    }

    @Test
    void the_page_is_in_the_customers_language() {
        jan.isKnown(jan.address, jan.phone, null);
        events.state(
                EventTypes.CONTACT_CHANGED,
                jan.customer.toString(),
                new CustomerContact(jan.customer, "Jan", jan.address, null, "sl", Channel.EMAIL, null));

        page().body(containsString("<html lang=\"sl\">"), containsString("Nov termin za naročilo"));
    }

    private ValidatableResponse page() {
        return given().get("/api/v1/answers/" + token).then();
    }

    private ValidatableResponse answer(String answer, String requestedTime) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("answer", answer)
                .formParam("requestedTime", requestedTime)
                .post("/api/v1/answers/" + token)
                .then();
    }

    private List<RecordedEvent> answered() {
        return log.of(jan.journey).stream()
                .filter(event -> event.type().equals("notices.customer-answered.v1"))
                .toList();
    }
}
