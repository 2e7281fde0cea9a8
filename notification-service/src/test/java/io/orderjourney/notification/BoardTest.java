package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.testing.DeliverTwice;
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
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager's board, as a browser gets it. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class BoardTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;
    private static final String KEY = "a key for the tests of the desks' screens";

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;
    private String today;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        LocalDate date = day.now().atZone(Fixtures.WARSAW).toLocalDate();
        today = "from=" + date + "&until=" + date;
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_plot_the_table_and_the_csv_show_the_same_numbers() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        jan.isKept(call, CALL);
        day.quiet();

        String csv = page("en").get("/desk/board/scores.csv?" + today).asString();
        Matcher row = Pattern.compile("(?m)^\"SALES\",(\\d+),(\\d+),(\\d+),(\\d+),(\\d+),(\\d+),([\\d.]+)\r?$")
                .matcher(csv);
        assertThat(row.find()).as(csv).isTrue();
        assertThat(Long.parseLong(row.group(1))).isPositive();
        String board = body("en", "/desk/board?" + today);
        assertThat(board)
                .contains("status=KEPT_ON_TIME&amp;group=SALES&amp;" + today.replace("&", "&amp;") + "&amp;by=DESK\">"
                        + row.group(1) + "</a>")
                .contains("aria-label=\"Sales: " + row.group(7) + " % on time\"");
    }

    @Test
    void a_number_leads_to_the_promises_that_it_counts() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(body("en", "/desk/board/promises?desk=SALES")).contains(jan.orderNumber, "the desk was busy");

        jan.isKept(call, CALL);
        day.quiet();
        assertThat(body("en", "/desk/board/promises?status=KEPT_ON_TIME&group=SALES&by=DESK&" + today))
                .contains(jan.orderNumber);
        assertThat(body("en", "/desk/board/promises?status=MISSED_UNANNOUNCED&group=SALES&by=DESK&" + today))
                .doesNotContain(jan.orderNumber);
    }

    @Test
    void a_decision_leaves_the_board_with_what_was_decided() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY, true);
        day.messagesLeave();
        day.goTo("15:50");
        String board = body("en", "/desk/board");
        Matcher task = Pattern.compile(jan.orderNumber + "(?s:.*?)hx-post=\"(/desk/board/tasks/[^\"]+)\"")
                .matcher(board);
        assertThat(task.find()).isTrue();

        assertThat(decide(task.group(1), "").asString()).contains("Please write down what was decided.");
        assertThat(decide(task.group(1), "Called them myself").asString()).contains("Noted.");
        assertThat(decide(task.group(1), "Again").asString()).contains("Somebody else");
        assertThat(body("en", "/desk/board")).doesNotContain(task.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void the_board_speaks_every_language_without_inline_code(String language) throws IOException {
        Response board = page(language).get("/desk/board?" + today + "&by=WEEK");

        board.then().statusCode(200);
        Files.writeString(
                Files.createDirectories(Path.of("target/pages")).resolve("board-" + language + ".html"),
                board.asString());
        assertThat(board.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(board.asString())
                .contains("<html lang=\"" + language + "\"")
                .doesNotContain(" style=", " onclick=", "<script>");
    }

    @Test
    void only_a_manager_sees_it() {
        given().redirects().follow(false).get("/desk/board").then().statusCode(303);
        as("SALES", "en").get("/desk/board").then().statusCode(403);
        as("SALES", "en").get("/desk/board/scores.csv").then().statusCode(403);
        page("en").get("/desk/board?from=x").then().statusCode(400);
    }

    private Response decide(String address, String outcome) {
        return page("en")
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("outcome", outcome)
                .post(address);
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
                .cookie("journey-session", new SessionSeal(KEY).seal(session))
                .header("Accept-Language", language);
    }
}
