package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer puts an appointment into their own calendar, and it moves there as it moves here. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class CalendarTest {

    private static final PromiseKind APPOINTMENT = PromiseKind.SIGNING_APPOINTMENT;
    private static final Pattern LINK = Pattern.compile("(/o/[^/\\s\"]+/calendar\\.ics)");

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;
    private UUID appointment;
    private Instant half;

    @BeforeEach
    void has_an_appointment_tomorrow() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        half = day.at("37:30");
        appointment = jan.isPromised(APPOINTMENT, half, half.plus(Duration.ofHours(1)));
        day.messagesLeave();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_entry_moves_with_the_appointment_and_goes_with_it() {
        String link = move();

        List<String> moved = file(link);
        assertThat(moved)
                .contains("UID:" + appointment + "@127.0.0.1", "SEQUENCE:2", "STATUS:CONFIRMED", "METHOD:PUBLISH")
                .anyMatch(line -> line.startsWith("DTSTART:") && line.endsWith("Z"));

        jan.receives(
                EventTypes.PROMISE_WITHDRAWN, new PromiseWithdrawn(appointment, APPOINTMENT, "refused", day.now()));
        assertThat(file(link)).contains("UID:" + appointment + "@127.0.0.1", "SEQUENCE:3", "STATUS:CANCELLED");
    }

    @Test
    void the_page_leads_to_the_same_file_and_a_link_of_nobody_to_none() {
        String link = move();
        String page = link.replace("/calendar.ics", "");

        given().get(page).then().statusCode(200).body(containsString(link), containsString("Add to your calendar"));
        given().header("Accept-Language", "pl")
                .get("/o/1-forged/calendar.ics")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void the_file_is_private_and_ends_with_the_order() {
        String link = move();
        given().get(link)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/calendar"))
                .header("Content-Type", containsString("method=PUBLISH"))
                .header("Content-Disposition", containsString(jan.orderNumber + ".ics"))
                .header("Cache-Control", "no-store");
        assertThat(String.join("\n", file(link))).doesNotContain("Kowalski", jan.address, jan.phone);

        jan.goesHome();
        day.pass(Duration.ofDays(31));
        given().get(link).then().statusCode(410);
    }

    /** Moves it by an hour, and gives the link in the mail that tells so. */
    private String move() {
        int before = jan.mails().size();
        Instant next = half.plus(Duration.ofHours(2));
        jan.receives(
                EventTypes.PROMISE_RESCHEDULED,
                new PromiseRescheduled(
                        appointment,
                        APPOINTMENT,
                        1,
                        half.plus(Duration.ofHours(1)),
                        next.plus(Duration.ofHours(1)),
                        next,
                        ReasonCode.EXPERT_ABSENT,
                        null,
                        "credit:ewa",
                        false,
                        "told",
                        day.now()));
        day.messagesLeave();
        Matcher link = LINK.matcher(Jan.body(jan.mail(before + 1)));
        assertThat(link.find()).as("the link in the mail").isTrue();
        return link.group(1);
    }

    private static List<String> file(String link) {
        return List.of(given().get(link)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("\r\n ", "")
                .split("\r\n"));
    }
}
