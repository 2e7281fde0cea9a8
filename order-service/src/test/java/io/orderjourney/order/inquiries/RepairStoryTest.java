package io.orderjourney.order.inquiries;

import static io.orderjourney.order.inquiries.InquiryStoryTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import io.orderjourney.contracts.inbound.RepairReported;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The text 003: what broke can still end with a content customer, because each date of its repair is a promise. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class RepairStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "whsec_d29ya3Nob3Atd29ya3Nob3AtMDEyMzQ1Njc4OQ==";

    @Inject
    DeliverTwice twice;

    private static Response post(String who, String path, String body) {
        return Shop.as(who)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Journey-Actor", "olga")
                .body(body)
                .post("/api/v1/repairs" + path);
    }

    private static Response close(UUID repair, String text) {
        return Shop.as("care")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", read(repair).header("ETag"))
                .body("{\"text\": \"" + text + "\"}")
                .post("/api/v1/repairs/" + repair + "/closing");
    }

    private static UUID broughtBack() {
        return broughtBack("supplier");
    }

    private static UUID broughtBack(String workshop) {
        String number = Shop.newOrderNumber();
        Shop.placed(Shop.order(number, "ON_PICKUP"));
        Response begun = post("care", "", repairOf(number, "PHN-NOVA-X5", workshop));
        begun.then().statusCode(201);
        return begun.jsonPath().getUUID("journeyId");
    }

    private static String repairOf(String number, String sku, String workshop) {
        return """
                {"orderNumber": "%s", "sku": "%s", "workshop": "%s", "underWarranty": true,
                 "channel": "VISIT", "fault": "Ekran miga po kilku minutach."}
                """.formatted(number, sku, workshop);
    }

    private static String report(String report, String more) {
        return "{\"report\": \"" + report + "\", " + more + "\"reportedAt\": \""
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\"}";
    }

    private static String in(int days) {
        return "\"etaAt\": \"" + Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS) + "\", ";
    }

    private static Response signed(UUID repair, String body, String secret) {
        String path = "/api/v1/repairs/" + repair + "/reports";
        RequestSpecification request =
                Shop.as("supplier").header("Idempotency-Key", UUID.randomUUID().toString());
        WebhookSignature.of(secret)
                .sign(UUID.randomUUID().toString(), "POST", path, body.getBytes(StandardCharsets.UTF_8))
                .forEach(request::header);
        return request.body(body).post(path);
    }

    private static List<String> types(UUID journey) {
        return Published.on("orders", journey).stream().map(Fact::type).toList();
    }

    @Test
    void the_diagnosis_is_promised_and_then_the_day_the_article_is_back() {
        UUID repair = broughtBack();
        read(repair)
                .then()
                .body("desk", equalTo("CUSTOMER_CARE"))
                .body("promises.kind", hasItem("REPAIR_DIAGNOSIS"))
                .body("told", notNullValue());

        Response diagnosed = signed(repair, report("DIAGNOSED", "\"outcome\": \"REPAIR\", " + in(10)), SECRET);
        diagnosed.then().statusCode(200).body("outcome", equalTo("REPAIR")).body("step", equalTo("REPAIR_DONE"));
        assertThat(OffsetDateTime.parse(diagnosed.jsonPath().getString("dueAt")).toInstant())
                .isAfter(Instant.now().plus(Duration.ofDays(9)));

        Response back = Shop.as("counter")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", diagnosed.header("ETag"))
                .body("{}")
                .post("/api/v1/repairs/" + repair + "/arrival");
        back.then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("backAt", notNullValue())
                .body("step", nullValue());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(types(repair))
                        .containsExactly(
                                "orders.inquiry-received.v1", "orders.repair-diagnosed.v1", "orders.journey-ended.v1"));
    }

    @Test
    void a_workshop_that_needs_longer_moves_the_forecast_and_not_the_promise() {
        UUID repair = broughtBack("partner");
        String dueAt = read(repair).jsonPath().getString("dueAt");

        twice.report(
                EventTypes.REPAIR_REPORTED,
                repair.toString(),
                new RepairReported(
                        repair, RepairReport.ETA, null, Instant.now().plus(Duration.ofDays(12)), Instant.now()));

        read(repair).then().body("dueAt", equalTo(dueAt));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Published.on("promises", repair))
                        .extracting(Fact::type)
                        .contains("promises.promise-estimated.v1"));
    }

    @Test
    void a_workshop_says_nothing_of_what_lies_with_another_one_and_signs_what_it_says() {
        UUID repair = broughtBack();
        signed(repair, report("ETA", in(3)), "whsec_YW5vdGhlci1zZWNyZXQtMDEyMzQ1Njc4OTAxMjM0NTY3ODk=")
                .then()
                .statusCode(401);
        post("supplier", "/" + repair + "/arrival", "{}").then().statusCode(403);
        twice.report(
                EventTypes.REPAIR_REPORTED,
                repair.toString(),
                new RepairReported(repair, RepairReport.DIAGNOSED, RepairOutcome.REPAIR, null, Instant.now()));
        Shop.as("supplier")
                .get("/api/v1/repairs/" + repair)
                .then()
                .statusCode(200)
                .body("outcome", nullValue());
    }

    @Test
    void an_answer_does_not_end_a_repair_that_is_under_way() {
        UUID repair = broughtBack();
        Shop.as("shop")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\": \"EMAIL\", \"text\": \"Czy dostanę telefon zastępczy?\"}")
                .post("/api/v1/inquiries/" + repair + "/messages")
                .then()
                .statusCode(201)
                .body("promises.kind", hasItem("COMPLAINT_ANSWER"));

        Shop.as("care")
                .header("If-Match", read(repair).header("ETag"))
                .body("{\"text\": \"Przepraszamy za kłopot. Telefon zastępczy czeka w punkcie odbioru.\"}")
                .post("/api/v1/inquiries/" + repair + "/replies")
                .then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("promises.findAll { it.keptAt == null }.kind", equalTo(List.of("REPAIR_DIAGNOSIS")));
    }

    @Test
    void a_repair_of_which_nothing_comes_ends_with_an_apology_and_something_else() {
        UUID repair = broughtBack();
        close(repair, "Zwracamy pieniądze.").then().statusCode(422).body("code", equalTo("apology-missing"));
        close(repair, "Przepraszamy, tego telefonu nie da się naprawić. Zwracamy pieniądze w ciągu dwóch dni.")
                .then()
                .statusCode(200)
                .body("open", equalTo(false));
        read(repair)
                .then()
                .body("promises.findAll { it.keptAt == null && it.withdrawnAt == null }", equalTo(List.of()));
    }

    @Test
    void only_what_was_bought_here_is_taken_in_and_it_stands_in_the_queue_once() {
        post("care", "", repairOf("A-999999999", "PHN-NOVA-X5", "supplier"))
                .then()
                .statusCode(422)
                .body("code", equalTo("not-bought-here"));
        UUID repair = broughtBack();
        List<String> queue = Shop.as("care")
                .queryParam("limit", 200)
                .get("/api/v1/inquiries")
                .jsonPath()
                .getList("items.journeyId");
        assertThat(queue).doesNotHaveDuplicates().contains(repair.toString());
        read(repair).then().body("number", startsWith("Q-"));
    }
}
