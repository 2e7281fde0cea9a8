package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.JourneyEnded;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
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
    private static final Pattern LINK = Pattern.compile("/o/([A-Za-z0-9_-]{20})");

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
    void the_page_shows_what_changed_and_what_can_be_answered() {
        String page = page().statusCode(200).extract().asString();

        assertThat(page)
                .contains(
                        jan.orderNumber,
                        "17:00",
                        "14:00",
                        "value=\"ACCEPT\"",
                        "value=\"ANOTHER_TIME\"",
                        "value=\"CALL_ME\"",
                        "value=\"CANCEL\"",
                        "Phone",
                        "1,299.00",
                        "Pickup point WAW-1")
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
    void a_time_that_the_page_offers_is_agreed_at_once() {
        Matcher offered = Pattern.compile("name=\"requestedTime\" value=\"([^\"]+)\"")
                .matcher(page().extract().asString());
        assertThat(offered.find()).isTrue();

        answer("ANOTHER_TIME", offered.group(1)).statusCode(303);
        day.messagesLeave();

        assertThat(answered()).hasSize(1);
        assertThat(jan.tasks("SALES")).doesNotContain("CALL_CUSTOMER");
        Instant chosen =
                LocalDateTime.parse(offered.group(1)).atZone(Fixtures.WARSAW).toInstant();
        assertThat(Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(
                        jan.promises().getString("items[0].dueAt"))))
                .isEqualTo(chosen);
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("OPEN_RESCHEDULED");
        assertThat(Jan.title(jan.mail(3))).startsWith("As agreed");
        page().body(containsString("As you asked: we will call you"));
    }

    @Test
    void a_time_that_cannot_be_kept_becomes_a_call() {
        Instant sunday = day.at("10:00").plus(Duration.ofDays(6));
        answer("ANOTHER_TIME", sunday.atZone(Fixtures.WARSAW).toLocalDateTime().toString())
                .statusCode(303);

        assertThat(answered()).hasSize(1);
        assertThat(answered().get(0).data()).contains(sunday.toString());
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");
        page().body(containsString("We will call you by 11:15"));
    }

    @Test
    void who_asks_for_a_call_reads_when_it_comes_until_it_was_made() {
        page().body(containsString("We will call you by 11:15"));

        answer("CALL_ME", "").statusCode(303);

        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");
        page().body(containsString("role=\"status\">We will call you by 11:15"));
        jan.completesTask("SALES");
        assertThat(page().extract().asString()).doesNotContain("role=\"status\"");

        answer("CALL_ME", "").statusCode(303);
        assertThat(jan.tasks("SALES")).as("once more").containsExactly("CALL_CUSTOMER");
    }

    @Test
    void a_call_that_nobody_makes_climbs_to_the_desks_lead_and_then_to_a_manager() {
        answer("CALL_ME", "").statusCode(303);

        day.goTo("11:25");
        assertThat(jan.tasks("MANAGEMENT")).isEmpty();
        page().body(containsString("you should have heard from us by 11:15"));
        day.goTo("11:31");
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER", "ESCALATION");
        assertThat(jan.tasks("MANAGEMENT")).isEmpty();
        day.goTo("12:02");
        assertThat(jan.tasks("MANAGEMENT")).containsExactly("ESCALATION");

        jan.completesTask("SALES");
        day.pass(Duration.ofHours(1));
        assertThat(jan.tasks("SALES")).isEmpty();
        assertThat(jan.tasks("MANAGEMENT")).isEmpty();
    }

    @Test
    void what_climbed_goes_with_what_was_not_done_when_the_order_ends() {
        answer("CALL_ME", "").statusCode(303);
        day.goTo("11:31");
        day.goTo("12:02");
        assertThat(jan.tasks("MANAGEMENT")).containsExactly("ESCALATION");

        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.CANCELLED_BY_CUSTOMER, day.now()));
        day.quiet();

        assertThat(jan.tasks("SALES")).isEmpty();
        assertThat(jan.tasks("MANAGEMENT")).isEmpty();
    }

    @Test
    void while_a_cancellation_is_open_nothing_invites_the_customer() {
        answer("CANCEL", "").statusCode(303);

        assertThat(page().extract().asString())
                .contains("We have your cancellation and will confirm it by 11:15")
                .doesNotContain("What happens next", "Pickup point", "value=\"ACCEPT\"", "value=\"ANOTHER_TIME\"");
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
    void what_is_settled_cannot_be_accepted() {
        jan.isKept(call, CALL);
        day.quiet();

        assertThat(page().extract().asString()).doesNotContain("value=\"ACCEPT\"", "value=\"ANOTHER_TIME\"");
        answer("ACCEPT", "").statusCode(303);

        assertThat(answered()).isEmpty();
    }

    @Test
    void after_the_end_the_page_says_so_for_a_month_and_takes_no_answer() {
        jan.goesHome();
        day.quiet();

        page().statusCode(200).body(containsString("Picked up"));
        answer("CANCEL", "").statusCode(303);
        assertThat(answered()).isEmpty();
        assertThat(jan.tasks("SALES")).isEmpty();

        day.pass(Duration.ofDays(31));
        page().statusCode(410).body(containsString("no longer available"));
        answer("CANCEL", "").statusCode(410);
    }

    @Test
    void a_forged_link_shows_a_page_in_the_browsers_language() {
        String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        given().get("/o/" + forged).then().statusCode(404).body(containsString("link is not valid"));
        given().header("Accept-Language", "pl-PL,pl;q=0.9")
                .get("/o/" + forged)
                .then()
                .statusCode(404)
                .body(containsString("Ten link jest nieprawidłowy"));
        given().header("Accept-Language", "%%%;;;").get("/o/x").then().statusCode(404);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("answer", "CANCEL")
                .post("/o/" + forged)
                .then()
                .statusCode(404);
        assertThat(answered()).isEmpty();
    }

    @Test
    void an_unknown_answer_changes_nothing() {
        answer("YES", "").statusCode(422);
        given().contentType("application/x-www-form-urlencoded")
                .post("/o/" + token)
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{}")
                .post("/o/" + token)
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

        page().body(containsString("<html lang=\"sl\">"), containsString("Naročilo " + jan.orderNumber));
    }

    private ValidatableResponse page() {
        return given().get("/o/" + token).then();
    }

    private ValidatableResponse answer(String answer, String requestedTime) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("answer", answer)
                .formParam("requestedTime", requestedTime)
                .post("/o/" + token)
                .then();
    }

    private List<RecordedEvent> answered() {
        return log.of(jan.journey).stream()
                .filter(event -> event.type().equals("notices.customer-answered.v1"))
                .toList();
    }
}
