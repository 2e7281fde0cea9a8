package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five days after they got the goods customers are asked how it was, once; what they answer becomes a cause that is counted. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class FeedbackTest {

    private static final Pattern LINK = Pattern.compile("(/o/[A-Za-z0-9_-]{20}/feedback)");

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        policy(true, 10);
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        policy(false, 0);
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_bad_rating_is_a_cause_that_counts_and_somebody_calls() {
        collects();
        assertThat(requests()).isEmpty();
        day.pass(Duration.ofDays(5));
        day.messagesLeave();
        String page = page();

        given().get(page)
                .then()
                .statusCode(200)
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(containsString("How was it?"), containsString(jan.orderNumber), not(containsString("Kowalski")));
        answer(page, Map.of("cause", "GOODS")).statusCode(422).body(containsString("from 1 to 5"));
        long before = counted();
        String thanks = answer(page, Map.of("rating", "2", "cause", "NOT_INFORMED", "words", "Nobody told me."))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(thanks).contains("we have your answers", "with the code");
        answer(page, Map.of("rating", "5", "cause", "NOTHING")).statusCode(200);
        assertThat(counted()).as("the first answer stays").isEqualTo(before + 1);
        JsonPath mine = mine();
        assertThat(mine.getInt("rating")).isEqualTo(2);
        assertThat(mine.getString("words")).isEqualTo("Nobody told me.");
        assertThat(jan.tasks("CUSTOMER_CARE")).containsExactly("ESCALATION");
        jan.completesTask("CUSTOMER_CARE");

        jan.isErased();
        day.quiet();
        management("/api/v1/feedback?limit=200")
                .body("items.findAll { it.journeyId == '" + jan.journey + "' }.size()", equalTo(0));
    }

    @Test
    void who_does_not_want_it_is_never_asked_again() {
        collects();
        day.pass(Duration.ofDays(5));
        day.messagesLeave();

        answer(page(), Map.of("stop", "yes")).statusCode(200).body(containsString("will not ask you again"));

        jan.receives(EventTypes.GOODS_HANDED_OVER);
        day.pass(Duration.ofDays(100));
        day.messagesLeave();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void who_was_let_down_is_not_asked_how_it_was() {
        UUID call = jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("12:00"));
        day.goTo("13:00");
        jan.isKept(call, PromiseKind.CONFIRMATION_CALL);
        collects();

        day.pass(Duration.ofDays(6));
        day.messagesLeave();

        assertThat(requests()).isEmpty();
    }

    @Test
    void a_link_of_somebody_else_shows_nothing() {
        given().get("/o/AAAAAAAAAAAAAAAAAAAA/feedback").then().statusCode(404);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("rating", "5")
                .post("/o/AAAAAAAAAAAAAAAAAAAA/feedback")
                .then()
                .statusCode(404);
    }

    private void collects() {
        jan.receives(EventTypes.GOODS_HANDED_OVER);
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        day.messagesLeave();
    }

    private List<String> requests() {
        return jan.mails().stream()
                .filter(mail -> Jan.title(mail).startsWith("How was it?"))
                .map(Jan::body)
                .toList();
    }

    private String page() {
        assertThat(requests()).hasSize(1);
        Matcher link = LINK.matcher(requests().get(0));
        assertThat(link.find()).as(requests().get(0)).isTrue();
        return link.group(1);
    }

    private static ValidatableResponse answer(String page, Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(page)
                .then();
    }

    private JsonPath mine() {
        JsonPath all = management("/api/v1/feedback?limit=200").extract().jsonPath();
        return all.setRootPath("items.find { it.journeyId == '" + jan.journey + "' }");
    }

    private static long counted() {
        List<Integer> answers =
                management("/api/v1/feedback-counts").extract().jsonPath().getList("items.answers", Integer.class);
        return answers.stream().mapToInt(Integer::intValue).sum();
    }

    private static ValidatableResponse management(String path) {
        return given().auth().oauth2(ShopDay.MANAGEMENT).get(path).then().statusCode(200);
    }

    private static void policy(boolean active, int percent) {
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .contentType("application/json")
                .body("""
                        {"active": %s, "askAfterDays": 5, "notAgainWithinDays": 90, "discountPercent": %d,
                         "codeValidDays": 90}
                        """.formatted(active, percent))
                .put("/api/v1/feedback-policy")
                .then()
                .statusCode(200);
    }
}
