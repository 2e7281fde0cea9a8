package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.ApplicationReceivedByBank;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What suppliers and banks said against what they did, counted as it becomes known. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PartnersTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private final String supplier = "sup-" + UUID.randomUUID();
    private final String bank = "bank-" + UUID.randomUUID();

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    private void reserved(Instant expectedAt) {
        jan.receives(
                EventTypes.GOODS_RESERVED,
                new GoodsReserved("WAW-1", false, List.of(UUID.randomUUID()), expectedAt, day.now(), supplier));
    }

    private void saysAgain(Instant before, Instant etaAt) {
        jan.receives(
                EventTypes.STOCK_ETA_CHANGED,
                new StockEtaChanged(UUID.randomUUID(), supplier, before, etaAt, day.now()));
    }

    private void arrives(Instant at) {
        jan.receives(EventTypes.STOCK_ARRIVED, new StockArrived("WAW-1", null, at));
    }

    @Test
    void a_supplier_who_comes_later_than_they_ever_said_owes_what_the_contract_says() {
        put(
                        supplier,
                        "{\"role\": \"SUPPLIER\", \"supportHours\": \"Mon-Fri 09:00-17:00\", \"graceMinutes\": 60,"
                                + " \"penaltyMinor\": 5000}")
                .statusCode(200);
        reserved(day.at("20:00"));
        saysAgain(day.at("20:00"), day.at("36:00"));
        saysAgain(day.at("36:00"), day.at("36:00"));
        arrives(day.at("37:01"));
        arrives(day.at("99:00"));

        JsonPath mine = partner(supplier);
        assertThat(mine.getInt("score.words")).isEqualTo(1);
        assertThat(mine.getInt("score.broken")).isEqualTo(1);
        assertThat(mine.getInt("score.moves")).as("the same again is no move").isEqualTo(1);
        assertThat(mine.getInt("score.keptPercent")).isZero();
        assertThat(mine.getLong("score.lateMinutesOnAverage")).isEqualTo(17 * 60 + 1);
        assertThat(mine.getLong("penaltyMinor")).isEqualTo(5_000);
        assertThat(mine.getLong("gapMinutesAWeek"))
                .as("the warehouse works from 8 to 18")
                .isEqualTo(5 * 2 * 60);
        management("/api/v1/partners/" + supplier + "/broken-words")
                .body("items.orderNumber", contains(jan.orderNumber), "items[0].moves", equalTo(1));
    }

    @Test
    void a_bank_that_decides_when_it_said_keeps_its_word_without_a_contract() {
        UUID application = UUID.randomUUID();
        jan.receives(
                EventTypes.APPLICATION_RECEIVED_BY_BANK,
                new ApplicationReceivedByBank(application, bank, "B-1", day.at("15:00"), day.now()));
        jan.receives(
                EventTypes.CREDIT_APPROVED,
                new CreditApproved(application, bank, new Money(129_900, "PLN"), day.at("14:00")));

        JsonPath mine = partner(bank);
        assertThat(mine.getInt("score.kept")).isEqualTo(1);
        assertThat(mine.getInt("score.keptPercent")).isEqualTo(100);
        assertThat(mine.getString("agreement")).isNull();
        management("/api/v1/partners/" + bank + "/broken-words").body("items.size()", equalTo(0));
    }

    @Test
    void a_contract_that_makes_no_sense_is_refused() {
        put(
                        supplier,
                        "{\"role\": \"SUPPLIER\", \"supportHours\": \"sometimes\", \"graceMinutes\": 60, \"penaltyMinor\": 0}")
                .statusCode(422);
        put(
                        "no%20name",
                        "{\"role\": \"HOSTING\", \"supportHours\": \"closed\", \"graceMinutes\": 0, \"penaltyMinor\": 0}")
                .statusCode(400);
        management("/api/v1/partners").body("items.find { it.name == '" + supplier + "' }", nullValue());
    }

    private static JsonPath partner(String name) {
        JsonPath all = management("/api/v1/partners?months=24").extract().jsonPath();
        return all.setRootPath("items.find { it.name == '" + name + "' }");
    }

    private static ValidatableResponse management(String path) {
        return given().auth().oauth2(ShopDay.MANAGEMENT).get(path).then().statusCode(200);
    }

    private static ValidatableResponse put(String name, String body) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(ShopDay.MANAGEMENT)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/partners/" + name)
                .then();
    }
}
