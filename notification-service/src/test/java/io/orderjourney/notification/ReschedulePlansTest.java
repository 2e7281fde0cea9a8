package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.incidents.usecase.IncidentLoop;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The courier is on strike: parcels that were to leave today get other days. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class ReschedulePlansTest {

    private static final PromiseKind DISPATCH = PromiseKind.DISPATCH;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    DataSource database;

    @Inject
    IncidentLoop loop;

    private final List<Jan> customers = new ArrayList<>();
    private ShopDay day;
    private String incident;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
    }

    @AfterEach
    void cleanUp() {
        post("/api/v1/incidents/" + incident + "/events", "{\"event\":\"DISMISS\"}");
        customers.forEach(Jan::goesHome);
        day.quiet();
    }

    @Test
    void a_dry_run_changes_nothing_and_carried_out_each_customer_hears_once_of_a_day_that_has_room() {
        for (int i = 0; i < 6; i++) {
            customers.add(new Jan(events, day).isKnown().ordersByCourier());
        }
        List<UUID> promised = new ArrayList<>();
        for (Jan jan : customers) {
            promised.add(jan.isPromised(DISPATCH, day.at("18:00")));
            day.pass(Duration.ofSeconds(1));
        }
        // The first one's parcel is another's matter by then.
        Jan decided = customers.get(0);
        day.messagesLeave();
        List<Integer> mails = customers.stream().map(jan -> jan.mails().size()).toList();
        open();

        JsonPath dry = plan("{\"from\":\"" + tomorrow() + "\",\"perDayMax\":{\"WAREHOUSE\":2}}");
        assertThat(dry.getString("state")).isEqualTo("READY");
        assertThat(dry.getInt("promises")).isEqualTo(6);
        assertThat(dry.getList("days.places", Integer.class)).containsExactly(2, 2, 2);
        assertThat(dry.getString("days[0].day")).isEqualTo(tomorrow().toString());
        assertThat(dueAts()).allMatch(day.at("18:00")::equals);

        decided.isMoved(promised.get(0), DISPATCH, 1, day.at("18:00"), day.at("42:00"), ReasonCode.CUSTOMER_ASKED);
        day.messagesLeave();
        int mailsOfDecided = decided.mails().size();
        carryOut().statusCode(200);
        carryOut().statusCode(409);
        day.quiet();
        latest().body("state", equalTo("DONE"))
                .body("rescheduled", equalTo(5))
                .body("leftAlone", equalTo(1))
                .body("days.size()", greaterThan(0));
        day.messagesLeave();

        // Two for each day, who was promised first comes first; the first of all has what they asked for.
        assertThat(dueAts()).containsExactly(day.at("42:00"), at(1), at(2), at(2), at(3), at(3));
        assertThat(decided.mails()).hasSize(mailsOfDecided);
        for (int i = 1; i < customers.size(); i++) {
            Jan jan = customers.get(i);
            jan.mail(mails.get(i) + 1);
            assertThat(jan.mails()).hasSize(mails.get(i) + 1);
            assertThat(jan.promises().getString("items[0].dates[1].decidedBy")).startsWith("incident:");
        }

        // Planned again, everything holds as it is, and nobody hears anything.
        plan("{\"from\":\"" + tomorrow() + "\",\"perDayMax\":{\"WAREHOUSE\":6}}");
        carryOut().statusCode(200);
        day.messagesLeave();
        latest().body("rescheduled", equalTo(0)).body("leftAlone", equalTo(6));
        assertThat(customers.get(1).mails()).hasSize(mails.get(1) + 1);
    }

    @Test
    void a_slice_that_dies_on_its_way_is_done_again_as_a_whole_and_everybody_hears_once() {
        for (int i = 0; i < 3; i++) {
            customers.add(new Jan(events, day).isKnown().ordersByCourier());
        }
        customers.forEach(jan -> jan.isPromised(DISPATCH, day.at("18:00")));
        day.messagesLeave();
        List<Integer> mails = customers.stream().map(jan -> jan.mails().size()).toList();
        open();
        plan("{\"from\":\"" + tomorrow() + "\"}");
        Sql sql = new Sql(database);
        sql.update("""
                create function dies() returns trigger language plpgsql as $$ begin raise exception 'dies'; end $$
                """);
        sql.update("create trigger dies before update on reschedule_item for each row execute function dies()");
        long failedBefore = loop.loop().failedRounds();
        try {
            carryOut().statusCode(200);
            await("a slice that dies")
                    .atMost(ShopDay.PATIENCE)
                    .until(() -> loop.loop().failedRounds() > failedBefore);
            assertThat(dueAts()).allMatch(day.at("18:00")::equals);
        } finally {
            sql.update("drop trigger dies on reschedule_item");
            sql.update("drop function dies()");
        }
        day.messagesLeave();

        latest().body("state", equalTo("DONE")).body("rescheduled", equalTo(3));
        assertThat(dueAts()).allMatch(at(1)::equals);
        for (int i = 0; i < customers.size(); i++) {
            assertThat(customers.get(i).mails()).hasSize(mails.get(i) + 1);
        }
    }

    /** When the warehouse closes so many days from today. */
    private Instant at(int days) {
        return day.at((18 + 24 * days) + ":00");
    }

    private LocalDate tomorrow() {
        return day.now().atZone(Fixtures.WARSAW).toLocalDate().plusDays(1);
    }

    private List<Instant> dueAts() {
        return customers.stream()
                .map(jan -> OffsetDateTime.parse(jan.promises().getString("items[0].dueAt"))
                        .toInstant())
                .toList();
    }

    /** Only what is due today or later in this test's week, so that other tests' parcels are none of its matter. */
    private void open() {
        incident = post(
                        "/api/v1/incidents",
                        "{\"kind\":\"COURIER_STRIKE\",\"title\":\"Strike\",\"promiseKinds\":[\"DISPATCH\"],\"dueFromAt\":\""
                                + day.at("17:59") + "\",\"dueUntilAt\":\"" + day.at("500:00") + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private JsonPath plan(String body) {
        post("/api/v1/incidents/" + incident + "/reschedule-plans", body).statusCode(200);
        day.quiet();
        return latest().extract().jsonPath();
    }

    private ValidatableResponse carryOut() {
        return post("/api/v1/incidents/" + incident + "/reschedule-plan/execution", "");
    }

    private ValidatableResponse latest() {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/incidents/" + incident + "/reschedule-plan")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, String body) {
        var request = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .post(path)
                .then();
    }
}
