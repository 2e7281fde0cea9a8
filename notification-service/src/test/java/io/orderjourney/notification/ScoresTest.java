package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How promises ended: listed, filtered and counted. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class ScoresTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;
    private LocalDate today;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        today = day.now().atZone(Fixtures.WARSAW).toLocalDate();
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_promise_that_was_kept_is_listed_among_the_kept_ones() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.quiet();
        assertThat(ids("outlook=KEPT&desk=SALES")).doesNotContain(call.toString());

        jan.isKept(call, CALL);
        day.quiet();

        assertThat(ids("outlook=KEPT&desk=SALES")).contains(call.toString());
        assertThat(ids("ledgerStatus=KEPT_ON_TIME")).contains(call.toString());
        assertThat(ids("ledgerStatus=RESCHEDULED_WITH_NOTICE")).doesNotContain(call.toString());
        assertThat(ids("outlook=WITHDRAWN")).doesNotContain(call.toString());
        assertThat(ids("outlook=ON_TRACK&desk=SALES")).doesNotContain(call.toString());
    }

    @Test
    void every_end_counts_against_the_first_promised_date() {
        long onTime = counted("KEPT_ON_TIME");
        long moved = counted("RESCHEDULED_WITH_NOTICE");
        long withdrawn = counted("WITHDRAWN");
        UUID first = jan.isPromised(CALL, day.at("14:00"));
        UUID second = jan.isPromised(CALL, day.at("14:00"));
        UUID third = jan.isPromised(CALL, day.at("18:00"));
        day.messagesLeave();
        jan.isKept(first, CALL);
        jan.isMoved(second, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        day.goTo("15:00");
        jan.isKept(second, CALL);
        day.quiet();

        assertThat(counted("KEPT_ON_TIME")).isEqualTo(onTime + 1);
        assertThat(counted("RESCHEDULED_WITH_NOTICE")).isEqualTo(moved + 1);
        assertThat(scores("REASON").getLong("items.find { it.group == 'DESK_BUSY' }.counts.RESCHEDULED_WITH_NOTICE"))
                .isPositive();

        jan.goesHome();
        day.quiet();
        assertThat(ids("ledgerStatus=WITHDRAWN")).contains(third.toString());
        assertThat(counted("WITHDRAWN")).isEqualTo(withdrawn + 1);
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        UUID first = jan.isPromised(CALL, day.at("14:00"));
        UUID second = jan.isPromised(CALL, day.at("14:00"));
        jan.isKept(first, CALL);
        day.quiet();
        jan.isKept(second, CALL);
        day.quiet();

        JsonPath page = get("/api/v1/promises?outlook=KEPT&limit=1");
        JsonPath next = get("/api/v1/promises?outlook=KEPT&limit=1&cursor=" + page.getString("next"));

        assertThat(page.getList("items.id", String.class)).hasSize(1);
        assertThat(next.getList("items.id", String.class))
                .hasSize(1)
                .doesNotContainAnyElementsOf(page.getList("items.id", String.class));
    }

    @Test
    void a_period_that_is_none_is_refused() {
        for (String query : List.of("from=x", "until=2026-02-30", "from=2026-02-01&until=2026-01-01", "by=COLOUR")) {
            given().auth()
                    .oauth2(ShopDay.MANAGEMENT)
                    .get("/api/v1/scores?" + query)
                    .then()
                    .statusCode(400);
        }
    }

    private long counted(String status) {
        return counted(scores("DESK"), status);
    }

    private static long counted(JsonPath scores, String status) {
        Number count = scores.get("items.find { it.group == 'SALES' }?.counts?." + status);
        return count == null ? 0 : count.longValue();
    }

    private JsonPath scores(String by) {
        return get("/api/v1/scores?by=" + by + "&from=" + today + "&until=" + today);
    }

    private static List<String> ids(String query) {
        return get("/api/v1/promises?limit=200&" + query).getList("items.id", String.class);
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
