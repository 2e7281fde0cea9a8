package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ConfirmationCallStoryTest {

    private static final String CALL = "promises.find { it.kind == 'CONFIRMATION_CALL' }";

    @Test
    void reaching_the_customer_confirms_the_order_and_keeps_the_promise() {
        UUID order = Shop.place("CREDIT");

        Shop.call(order, "\"v1\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("order.state", equalTo("CONFIRMED"))
                .body("order.callAttempts", equalTo(1))
                .body(CALL + ".keptAt", notNullValue());

        Shop.as("sales")
                .get("/api/v1/orders/" + order)
                .then()
                .body("confirmedBy", equalTo("sales:anna"))
                .body("state", equalTo("CONFIRMED"));
        JsonPath card = Shop.card(order);
        assertThat(card.getString(CALL + ".outlook")).isEqualTo("KEPT");
        assertThat(card.getString(CALL + ".evidence")).isEqualTo("confirmation call 1 by sales:anna");
        assertThat(card.getString("stage")).isEqualTo("CONFIRMED");
    }

    @Test
    void an_unanswered_call_is_counted_and_changes_no_promise() {
        UUID order = Shop.place("CREDIT");
        String dueAt = Shop.card(order).getString(CALL + ".dueAt");

        Shop.call(order, "\"v1\"", "{\"outcome\": \"NO_ANSWER\"}")
                .then()
                .statusCode(200)
                .body("order.state", equalTo("PLACED"))
                .body("order.callAttempts", equalTo(1))
                .body(CALL + ".dueAt", equalTo(dueAt))
                .body(CALL + ".revision", equalTo(0));
        Shop.call(order, "\"v2\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(200)
                .body("order.callAttempts", equalTo(2));
    }

    @Test
    void a_later_call_back_reschedules_the_call_and_keeps_the_first_date() {
        UUID order = Shop.place("CREDIT");
        String dueAt = Shop.card(order).getString(CALL + ".dueAt");
        // The same time a week later: inside the hours of SALES, whatever day it is today but for holidays.
        OffsetDateTime callBackAt =
                OffsetDateTime.parse(possible(order, OffsetDateTime.parse(dueAt).plusDays(7)));

        Shop.call(order, "\"v1\"", later(callBackAt))
                .then()
                .statusCode(200)
                .body("order.state", equalTo("PLACED"))
                .body(CALL + ".firstPromisedAt", equalTo(dueAt))
                .body(CALL + ".revision", equalTo(1));

        JsonPath card = Shop.card(order);
        assertThat(OffsetDateTime.parse(card.getString(CALL + ".windowStartAt")))
                .isAfterOrEqualTo(callBackAt.minusMinutes(15));
        assertThat(OffsetDateTime.parse(card.getString(CALL + ".dueAt")))
                .isAfter(callBackAt)
                .isBeforeOrEqualTo(callBackAt.plusMinutes(15));
        assertThat(card.getString(CALL + ".reschedules[0].reason")).isEqualTo("CUSTOMER_ASKED");
        assertThat(card.getString(CALL + ".reschedules[0].previousDueAt")).isEqualTo(dueAt);
        assertThat(card.getString(CALL + ".reschedules[0].decidedBy")).isEqualTo("sales:anna");
    }

    /** The time itself if it can be promised, else the one that the refusal names. */
    private static String possible(UUID order, OffsetDateTime at) {
        Response answer = Shop.as("sales")
                .queryParam("kind", "CONFIRMATION_CALL")
                .queryParam("journeyId", order)
                .queryParam("requestedAt", at.toString())
                .get("/api/v1/promise-options");
        return answer.statusCode() == 200 ? at.toString() : answer.jsonPath().getString("nextPossibleAt");
    }

    @Test
    void case_D2_a_call_back_at_noon_is_promised_for_noon_and_not_for_the_afternoon() {
        UUID order = Shop.place("CREDIT");
        OffsetDateTime dueAt = OffsetDateTime.parse(Shop.card(order).getString(CALL + ".dueAt"));
        OffsetDateTime noon = dueAt.minusMinutes(45);

        Shop.call(order, "\"v1\"", later(noon))
                .then()
                .statusCode(200)
                .body(CALL + ".precision", equalTo("WINDOW"))
                .body(CALL + ".revision", equalTo(1));

        JsonPath card = Shop.card(order);
        assertThat(OffsetDateTime.parse(card.getString(CALL + ".windowStartAt")))
                .isEqualTo(noon.minusMinutes(15));
        assertThat(OffsetDateTime.parse(card.getString(CALL + ".dueAt"))).isEqualTo(noon.plusMinutes(15));
        assertThat(OffsetDateTime.parse(card.getString(CALL + ".firstPromisedAt")))
                .isEqualTo(dueAt);

        // Reached hours before: the order is confirmed, and the call at noon is not the one that was kept.
        Shop.call(order, "\"v2\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(200)
                .body("order.state", equalTo("CONFIRMED"));
        JsonPath after = Shop.card(order);
        assertThat(after.getString(CALL + ".outlook")).isEqualTo("WITHDRAWN");
        assertThat(after.getList("waitsFor.kind")).doesNotContain("CONFIRMATION_CALL");
    }

    @Test
    void a_call_back_outside_hours_is_refused_with_the_next_possible_time() {
        UUID order = Shop.place("CREDIT");
        String dueAt = Shop.card(order).getString(CALL + ".dueAt");
        OffsetDateTime night =
                OffsetDateTime.parse(dueAt).plusDays(7).withHour(3).withMinute(0);

        Shop.call(order, "\"v1\"", later(night))
                .then()
                .statusCode(422)
                .body("code", equalTo("promise-refused"))
                .body("nextPossibleAt", notNullValue());

        Shop.as("sales")
                .get("/api/v1/orders/" + order)
                .then()
                .header("ETag", "\"v1\"")
                .body("callAttempts", equalTo(0));
    }

    @Test
    void a_call_back_in_the_past_is_refused_and_not_logged() {
        UUID order = Shop.place("CREDIT");

        Shop.call(order, "\"v1\"", later(OffsetDateTime.parse("2020-01-02T12:00:00+01:00")))
                .then()
                .statusCode(422)
                .body("code", equalTo("validation"))
                .body("errors[0].pointer", equalTo("/callBackAt"));

        Shop.as("sales").get("/api/v1/orders/" + order).then().body("callAttempts", equalTo(0));
    }

    private static String later(OffsetDateTime at) {
        return "{\"outcome\": \"CALL_LATER\", \"callBackAt\": \"" + at + "\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcome\": \"REACHED\"}",
                "{\"outcome\": \"NO_ANSWER\"}",
                "{\"outcome\": \"CALL_LATER\", \"callBackAt\": \"2040-01-02T12:00:00+01:00\"}"
            })
    void a_confirmed_order_takes_no_more_confirmation_calls(String again) {
        UUID order = Shop.place("CREDIT");
        Shop.confirm(order);

        Shop.call(order, "\"v2\"", again).then().statusCode(409).body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void a_missing_or_stale_version_is_refused() {
        UUID order = Shop.place("CREDIT");
        String reached = "{\"outcome\": \"REACHED\"}";

        Shop.as("sales")
                .body(reached)
                .post("/api/v1/orders/" + order + "/confirmation-calls")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        Shop.call(order, "\"v0\"", reached)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"))
                .body("currentVersion", equalTo(1));
        Shop.call(order, "\"v1\"", reached).then().statusCode(200);
        Shop.call(order, "\"v1\"", reached).then().statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcome\": \"CALL_LATER\"}",
                "{\"outcome\": \"REACHED\", \"callBackAt\": \"2040-01-02T12:00:00+01:00\"}",
                "{}",
                "{\"outcome\": \"SHOUTED\"}",
                "{\"outcome\": \"CALL_LATER\", \"callBackAt\": \"tomorrow\"}"
            })
    void a_contradictory_call_is_refused(String report) {
        UUID order = Shop.place("CREDIT");

        Shop.call(order, "\"v1\"", report)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation"))
                .body("errors.detail", hasItem(notNullValue()));
    }

    @Test
    void only_sales_logs_confirmation_calls() {
        UUID order = Shop.place("CREDIT");
        for (String other : new String[] {"shop", "credit", "counter", "care", "boss"}) {
            Shop.as(other)
                    .header("If-Match", "\"v1\"")
                    .body("{\"outcome\": \"REACHED\"}")
                    .post("/api/v1/orders/" + order + "/confirmation-calls")
                    .then()
                    .statusCode(403);
        }
        Shop.call(UUID.randomUUID(), "\"v1\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-not-found"));
    }
}
