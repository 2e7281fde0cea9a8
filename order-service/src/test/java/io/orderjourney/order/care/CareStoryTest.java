package io.orderjourney.order.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class CareStoryTest {

    private static final String CALLBACK = "promises.find { it.kind == 'CALLBACK' }";

    @Inject
    DeliverTwice twice;

    private static Response search(String who, String query) {
        return Shop.as(who).queryParam("query", query).get("/api/v1/journeys");
    }

    private static Response post(String who, UUID journey, String what, String body) {
        return Shop.as(who)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Journey-Actor", "olga")
                .body(body)
                .post("/api/v1/journeys/" + journey + "/" + what);
    }

    private static Response call(UUID journey, String etag, String body) {
        return Shop.as("care")
                .header("If-Match", etag)
                .header("Journey-Actor", "olga")
                .body(body)
                .post("/api/v1/journeys/" + journey + "/callbacks/calls");
    }

    @Test
    void whoever_calls_is_found_by_what_they_say() {
        Caller caller = Caller.whoOrdered("CREDIT");
        for (String said : new String[] {
            caller.familyName(),
            "Zoe " + caller.familyName(),
            caller.familyName() + " zoe",
            caller.lastDigits(),
            caller.phone(),
            caller.email(),
            caller.orderNumber(),
            caller.orderNumber().toLowerCase(Locale.ROOT),
            caller.orderNumber().substring(2)
        }) {
            search("care", said)
                    .then()
                    .statusCode(200)
                    .body("items.journeyId", hasItem(caller.journey().toString()));
        }
        search("care", caller.familyName())
                .then()
                .body("items", hasSize(1))
                .body("items[0].customer.phone", equalTo(caller.phone()))
                .body("items[0].nextPromise.kind", equalTo("CONFIRMATION_CALL"))
                .body("items[0].nextPromise.dueAt", notNullValue());
    }

    @Test
    void a_changed_contact_is_found_under_its_new_name_only() {
        Caller caller = Caller.whoOrdered("CREDIT");
        String customer = Shop.as("care")
                .get("/api/v1/orders/" + caller.journey())
                .jsonPath()
                .getString("customerId");
        Shop.as("care")
                .header("If-Match", "\"v1\"")
                .body("{\"name\": \"New%s\", \"phone\": \"%s\", \"language\": \"pl\"}"
                        .formatted(caller.familyName(), caller.phone()))
                .put("/api/v1/customers/" + customer)
                .then()
                .statusCode(200);

        search("care", caller.familyName()).then().body("items", hasSize(0));
        search("care", caller.email()).then().body("items", hasSize(0));
        search("care", "new" + caller.familyName()).then().body("items", hasSize(1));
        search("care", caller.lastDigits()).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "supplier", "operator"})
    void nobody_searches_who_does_not_talk_to_customers(String who) {
        search(who, "kowalski").then().statusCode(403);
    }

    @Test
    void a_search_for_nothing_is_refused_and_one_for_too_little_finds_nothing() {
        search("care", " ").then().statusCode(400);
        search("care", "a").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void every_chase_is_counted_once_and_told() {
        UUID journey = Shop.place("CREDIT");
        String key = UUID.randomUUID().toString();
        for (int repeat = 0; repeat < 2; repeat++) {
            Shop.as("care")
                    .header("Idempotency-Key", key)
                    .header("Journey-Actor", "olga")
                    .body("{\"channel\": \"PHONE\"}")
                    .post("/api/v1/journeys/" + journey + "/inquiries")
                    .then()
                    .statusCode(201)
                    .body("loggedBy", equalTo("care:olga"));
        }
        post("counter", journey, "inquiries", "{\"channel\": \"VISIT\"}").then().statusCode(201);

        JsonPath card = Shop.card(journey);
        assertThat(card.getInt("chases")).isEqualTo(2);
        assertThat(card.getList("timeline.text")).contains("The customer had to ask: phone");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", journey))
                        .extracting(Fact::type)
                        .filteredOn("orders.chase-logged.v1"::equals)
                        .hasSize(2));
    }

    @Test
    void a_call_back_is_promised_for_a_time_that_can_be_kept_and_kept_by_the_call() {
        UUID journey = Shop.place("CREDIT");

        Response promised = post("sales", journey, "callbacks", "{}");
        promised.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("kind", equalTo("CALLBACK"))
                .body("desk", equalTo("CUSTOMER_CARE"));
        assertThat(promised.jsonPath().getString("told")).startsWith("Oddzwonimy ");
        post("care", journey, "callbacks", "{}")
                .then()
                .statusCode(201)
                .body("id", equalTo(promised.jsonPath().getString("id")));

        call(journey, "\"v7\"", "{\"outcome\": \"REACHED\"}").then().statusCode(412);
        call(journey, "\"v0\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(200)
                .body("evidence", equalTo("call by care:olga"));

        assertThat(Shop.card(journey).getString(CALLBACK + ".outlook")).isEqualTo("KEPT");
        call(journey, "\"v0\"", "{\"outcome\": \"REACHED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("callback-not-promised"));
    }

    @Test
    void a_customer_chooses_another_time_for_their_call_back() {
        UUID journey = Shop.place("CREDIT");
        OffsetDateTime first = OffsetDateTime.parse(
                post("care", journey, "callbacks", "{}").jsonPath().getString("dueAt"));
        OffsetDateTime later = first.plusMinutes(30).getHour() == 17 ? first : first.plusMinutes(30);

        call(journey, "\"v0\"", "{\"outcome\": \"CALL_LATER\"}").then().statusCode(422);
        call(journey, "\"v0\"", "{\"outcome\": \"CALL_LATER\", \"callBackAt\": \"%s\"}".formatted(later))
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");

        assertThat(OffsetDateTime.parse(Shop.card(journey).getString(CALLBACK + ".dueAt")))
                .isEqualTo(later);
        post("care", journey, "callbacks", "{\"dueAt\": \"2020-01-13T12:00:00+01:00\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("promise-refused"))
                .body("nextPossibleAt", notNullValue());
    }

    @Test
    void a_call_back_in_vain_rests_with_the_customer_and_ends_without_their_order() {
        UUID journey = Shop.place("CREDIT");
        post("care", journey, "callbacks", "{}");

        call(journey, "\"v0\"", "{\"outcome\": \"NO_ANSWER\"}")
                .then()
                .statusCode(200)
                .body("waiting.reason", equalTo("NOT_REACHED"));
        JsonPath card = Shop.card(journey);
        twice.event(
                EventTypes.WAITING_EXPIRED,
                journey,
                new WaitingExpired(
                        UUID.fromString(card.getString(CALLBACK + ".id")),
                        PromiseKind.CALLBACK,
                        WaitingReason.NOT_REACHED,
                        OffsetDateTime.parse(card.getString(CALLBACK + ".waiting.untilAt"))
                                .toInstant()));

        JsonPath after = Shop.card(journey);
        assertThat(after.getBoolean("open")).isTrue();
        assertThat(after.getString(CALLBACK + ".outlook")).isEqualTo("WITHDRAWN");
    }

    @Test
    void nobody_is_promised_a_call_about_an_order_that_is_over() {
        UUID journey = Shop.place("ON_PICKUP");
        Shop.as("care")
                .header("If-Match", "\"v1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"by\": \"CUSTOMER\"}")
                .post("/api/v1/orders/" + journey + "/cancellation")
                .then()
                .statusCode(200);

        post("care", journey, "callbacks", "{}").then().statusCode(409);
        post("care", journey, "inquiries", "{\"channel\": \"EMAIL\"}").then().statusCode(201);
    }
}
