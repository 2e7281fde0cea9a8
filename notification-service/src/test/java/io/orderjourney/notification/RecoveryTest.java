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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop called two hours later than it first said: it apologises by call and mail, with a gift and a code. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class RecoveryTest {

    private static final Pattern CODE = Pattern.compile("with the code ([2-9A-HJ-NP-Z]{10})");

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        ladder(false, 0);
        jan.goesHome();
        day.quiet();
    }

    @Test
    void every_part_happens_once_and_it_is_done_only_when_all_have() {
        ladder(true, 100_000_000);
        failTwice();

        JsonPath begun = recovery();
        assertThat(begun.getList("parts.remedy")).containsExactly("CALL", "CODE", "GIFT", "MAIL");
        assertThat(begun.getBoolean("done")).isFalse();
        assertThat(begun.getLong("costMinor")).isEqualTo(6_500);
        assertThat(begun.getLong("lateMinutes")).isEqualTo(120);
        assertThat(jan.tasks("CUSTOMER_CARE")).containsExactly("ESCALATION");
        assertThat(jan.tasks("PICKUP_POINT")).containsExactly("ESCALATION");

        String mail = apology();
        jan.completesTask("CUSTOMER_CARE");
        assertThat(recovery().getBoolean("done")).isFalse();
        jan.completesTask("PICKUP_POINT");
        assertThat(recovery().getBoolean("done")).isTrue();

        Matcher code = CODE.matcher(mail.replace("\r\n", " ").replace("\n", " "));
        assertThat(code.find()).as(mail).isTrue();
        String good = code.group(1);
        given().auth()
                .oauth2("test-token-of-storefront")
                .get("/api/v1/discount-codes/" + good)
                .then()
                .statusCode(200);
        redeem(good).statusCode(204);
        redeem(good).statusCode(404);
    }

    @Test
    void without_a_budget_the_apology_remains_and_a_manager_decides() {
        ladder(true, 6_499);
        failTwice();

        JsonPath begun = recovery();
        assertThat(begun.getLong("costMinor")).isZero();
        assertThat(begun.getList("parts.findAll { it.outcome != null }.remedy")).containsExactly("CODE", "GIFT");
        assertThat(jan.tasks("MANAGEMENT")).contains("ESCALATION");
        assertThat(apology()).doesNotContain("with the code");
        jan.completesTask("CUSTOMER_CARE");
        assertThat(recovery().getBoolean("done")).isTrue();
    }

    @Test
    void a_ladder_is_tried_on_what_happened_and_every_change_of_it_is_kept() {
        failTwice();
        JsonPath before = tryOut(1);

        assertThat(before.getInt("failures")).isGreaterThanOrEqualTo(2);
        assertThat(before.getInt("remedies.find { it.remedy == 'CODE' }.given")).isPositive();
        assertThat(before.getLong("costMinor")).isGreaterThanOrEqualTo(6_500);
        assertThat(before.getBoolean("complete")).isTrue();
        // Nothing was given.
        assertThat(jan.tasks("CUSTOMER_CARE")).isEmpty();

        ladder(true, 0);
        JsonPath changes = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/recovery-policy/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(changes.getBoolean("items[0].policy.active")).isTrue();
        assertThat(changes.getString("items[0].changedBy")).isNotBlank();
        given().auth()
                .oauth2("test-token-of-storefront")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/recovery-policy/trials")
                .then()
                .statusCode(403);
    }

    private static JsonPath tryOut(int weeks) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .contentType("application/json")
                .body("""
                        {"weeks":%d,"policy":{"active":false,"budgetMinor":100000000,"codeValidDays":30,"repeatWithinDays":30,
                         "ladder":[{"lateAtLeast":"PT1H","onlyUnannounced":false,"repeatsAtLeast":0,"valueAtLeastMinor":0,
                          "causes":[],"remedies":["CALL","MAIL","GIFT","CODE"],"discountPercent":10,"costMinor":6500}]}}""".formatted(weeks))
                .post("/api/v1/recovery-policy/trials")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Two promises of one order are kept two hours late, each after a notice: what is done about them is done once. */
    private void failTwice() {
        List<PromiseKind> kinds = List.of(PromiseKind.CONFIRMATION_CALL, PromiseKind.CALLBACK);
        List<UUID> calls = kinds.stream()
                .map(kind -> jan.isPromised(kind, day.at("12:00")))
                .toList();
        day.messagesLeave();
        for (int i = 0; i < calls.size(); i++) {
            jan.isMoved(calls.get(i), kinds.get(i), 1, day.at("12:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        }
        day.messagesLeave();
        day.goTo("14:00");
        for (int i = 0; i < calls.size(); i++) {
            jan.isKept(calls.get(i), kinds.get(i));
        }
        day.messagesLeave();
    }

    private String apology() {
        List<String> apologies = jan.mails().stream()
                .map(Jan::body)
                .filter(body -> body.contains("did not keep"))
                .toList();
        assertThat(apologies).hasSize(1);
        return apologies.get(0);
    }

    private JsonPath recovery() {
        JsonPath all = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/recoveries?limit=10")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Object> mine = all.getList("items.findAll { it.journeyId == '" + jan.journey + "' }");
        assertThat(mine).hasSize(1);
        return all.setRootPath("items.find { it.journeyId == '" + jan.journey + "' }");
    }

    private static ValidatableResponse redeem(String code) {
        return given().auth()
                .oauth2("test-token-of-storefront")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"orderNumber\":\"A-200\"}")
                .post("/api/v1/discount-codes/" + code + "/redemptions")
                .then();
    }

    /** One rule, with everything; what earlier tests cost this month counts, so the budget is beside it. */
    private static void ladder(boolean active, long beside) {
        long spent = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/recovery-policy")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("spentThisMonthMinor");
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .contentType("application/json")
                .body("""
                        {"active":%s,"budgetMinor":%d,"codeValidDays":30,"repeatWithinDays":30,"ladder":[
                         {"lateAtLeast":"PT1H","onlyUnannounced":false,"repeatsAtLeast":0,"valueAtLeastMinor":0,"causes":[],
                          "remedies":["CALL","MAIL","GIFT","CODE"],"discountPercent":10,"costMinor":6500}]}""".formatted(active, spent + beside))
                .put("/api/v1/recovery-policy")
                .then()
                .statusCode(200);
    }
}
