package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.orderjourney.contracts.Precision;
import io.orderjourney.order.Shop;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PlaceOrderStoryTest {

    private static final String SUBJECT =
            SignedOffer.subjectOf("WAW-CENTRUM", "CREDIT", Map.of("PHN-NOVA-X5", 1, "CAS-NOVA-X5", 2));

    @Inject
    BusinessClock clock;

    @ConfigProperty(name = "journey.offers.secret")
    String secret;

    @Inject
    SessionFactory sessions;

    @Test
    void a_placed_order_comes_back_with_its_promises() {
        String number = Shop.newOrderNumber();

        Shop.post(Shop.order(number, "CREDIT"))
                .then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .header("Location", not(endsWith("/orders/")))
                .body("order.orderNumber", equalTo(number))
                .body("order.state", equalTo("PLACED"))
                .body("order.customer.name", equalTo("Jan Kowalski"))
                .body("order.total.amountMinor", equalTo(257800))
                .body("order.placedAt", matchesPattern(".*\\+0[12]:00"))
                .body("promises.kind", contains("CONFIRMATION_CALL", "NEXT_UPDATE"))
                .body("promises.desk", contains("SALES", "SALES"))
                .body("promises.owner", contains("order-service", "order-service"))
                .body("promises[0].told", startsWith("Zadzwonimy"))
                .body("promises[0].dueAt", matchesPattern(".*\\+0[12]:00"))
                .body("promises[0].firstPromisedAt", notNullValue());
    }

    @Test
    void a_repeat_with_the_same_key_is_the_same_order() {
        String body = Shop.order(Shop.newOrderNumber(), "CREDIT");
        String key = UUID.randomUUID().toString();

        Response first = Shop.post(body, key);
        Response again = Shop.post(body, key);

        again.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"v1\"");
        assertThat(again.body().asString()).isEqualTo(first.body().asString());
    }

    @Test
    void another_order_with_the_same_key_is_refused() {
        String key = UUID.randomUUID().toString();
        Shop.post(Shop.order(Shop.newOrderNumber(), "CREDIT"), key).then().statusCode(201);

        Shop.post(Shop.order(Shop.newOrderNumber(), "CREDIT"), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_second_order_with_the_same_number_is_refused() {
        String body = Shop.order(Shop.newOrderNumber(), "ON_PICKUP");
        Shop.post(body).then().statusCode(201);

        Shop.post(body)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("order-number-taken"))
                .body("errors.pointer", hasItem("/orderNumber"));
    }

    @Test
    void one_of_many_concurrent_orders_with_the_same_number_is_placed() throws Exception {
        String body = Shop.order(Shop.newOrderNumber(), "ON_PICKUP");
        ExecutorService storefronts = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> posts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                posts.add(() -> Shop.post(body).statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : storefronts.invokeAll(posts)) {
                answers.add(answer.get());
            }

            assertThat(answers).containsOnlyOnce(201);
            assertThat(answers).filteredOn(status -> status != 201).containsOnly(409);
        } finally {
            storefronts.shutdown();
        }
    }

    @Test
    void an_order_without_a_number_gets_one() {
        String body = Shop.order("x", "CREDIT").replace("\"orderNumber\": \"x\",", "");

        String first = Shop.post(body).then().statusCode(201).extract().path("order.orderNumber");
        String second = Shop.post(body).then().statusCode(201).extract().path("order.orderNumber");

        assertThat(first).matches("A-[0-9]{6,}");
        assertThat(second).matches("A-[0-9]{6,}").isNotEqualTo(first);
    }

    @Test
    void an_order_is_found_by_its_id_and_by_its_number() {
        String number = Shop.newOrderNumber();
        UUID id = Shop.placed(Shop.order(number, "CREDIT"));

        Shop.as("sales")
                .get("/api/v1/orders/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("orderNumber", equalTo(number))
                .body("lines.quantity", contains(1, 2))
                .body("customer.phone", equalTo("+48501234567"));
        Shop.as("shop")
                .get("/api/v1/orders?orderNumber=" + number)
                .then()
                .statusCode(200)
                .body("items.journeyId", contains(id.toString()))
                .body("items.version", contains(1));
        Shop.as("shop")
                .get("/api/v1/orders?orderNumber=T-0")
                .then()
                .statusCode(200)
                .body("items", empty());
        Shop.as("sales")
                .get("/api/v1/orders?queue=warehouse")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"))
                .body("errors[0].detail", containsString("sales"));
        Shop.as("shop").get("/api/v1/orders").then().statusCode(400).body("code", equalTo("parameter-invalid"));
        Shop.as("shop")
                .get("/api/v1/orders/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("order-not-found"));
    }

    @Test
    void an_order_number_shaped_like_an_id_is_found() {
        String number = UUID.randomUUID().toString();
        UUID id = Shop.placed(Shop.order(number, "CREDIT"));

        Shop.as("shop")
                .get("/api/v1/orders?orderNumber=" + number)
                .then()
                .body("items.journeyId", contains(id.toString()));
        Shop.as("shop")
                .get("/api/v1/journeys/" + number)
                .then()
                .statusCode(200)
                .body("journeyId", equalTo(id.toString()));
    }

    @Test
    void an_international_mail_domain_is_stored_in_its_ascii_form() {
        Shop.post(Shop.order(Shop.newOrderNumber(), "CREDIT").replace("jan.kowalski@example.com", "jan@żółw.pl"))
                .then()
                .statusCode(201)
                .body("order.customer.email", equalTo("jan@xn--w-uga1v8h.pl"));
    }

    @Test
    void the_queue_of_sales_lists_what_is_due_first_page_by_page() {
        UUID first = Shop.place("CREDIT");
        UUID second = Shop.place("ON_PICKUP");
        Shop.confirm(first);

        List<String> ids = new ArrayList<>();
        List<String> dueTimes = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Shop.as("sales").get("/api/v1/orders?queue=sales&limit=2" + cursor);
            page.then().statusCode(200).body("items", hasSize(lessThan(3)));
            ids.addAll(page.jsonPath().getList("items.journeyId"));
            dueTimes.addAll(page.jsonPath().getList("items.callDueAt"));
            String next = page.jsonPath().getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(ids)
                .contains(second.toString())
                .doesNotContain(first.toString())
                .doesNotHaveDuplicates();
        assertThat(dueTimes).isSorted();
    }

    /** Other threads use the database too, so a quiet moment is waited for: with a query per order there is none. */
    @Test
    void a_page_of_the_queue_takes_the_same_number_of_statements_at_any_length() {
        for (int i = 0; i < 6; i++) {
            Shop.place("ON_PICKUP");
        }

        Awaitility.await().untilAsserted(() -> {
            long before = sessions.getStatistics().getPrepareStatementCount();
            Shop.as("sales")
                    .get("/api/v1/orders?queue=sales&limit=6")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(6))
                    .body("items.lines[5]", hasSize(2))
                    .body("items.customer.name", hasSize(6));
            assertThat(sessions.getStatistics().getPrepareStatementCount() - before)
                    .isLessThanOrEqualTo(4);
        });
    }

    @Test
    void an_accepted_offer_replaces_the_next_update() {
        SignedOffer offer = offer(clock.instant().plus(Duration.ofMinutes(30)));

        Shop.post(withOffer(offer.sign(secret)))
                .then()
                .statusCode(201)
                .body("order.pickupOffer.offerId", equalTo(offer.offerId().toString()))
                .body("promises.kind", contains("CONFIRMATION_CALL"));
    }

    @Test
    void an_expired_offer_is_refused() {
        Shop.post(withOffer(offer(clock.instant().minus(Duration.ofMinutes(1))).sign(secret)))
                .then()
                .statusCode(422)
                .body("code", equalTo("offer-expired"))
                .body("errors.pointer", hasItem("/pickupOffer"));
    }

    @Test
    void a_forged_offer_and_one_for_another_order_are_refused() {
        Instant until = clock.instant().plus(Duration.ofMinutes(30));
        String forged = offer(until).sign("another-secret-that-is-long-enough-too");
        String ours = offer(until).sign(secret);

        Shop.post(withOffer(forged)).then().statusCode(422).body("code", equalTo("offer-invalid"));
        Shop.post(withOffer(ours.replace("\"", ""))
                        .replace("\"quantity\": 2", "\"quantity\": 1")
                        .replace("257800", "253850"))
                .then()
                .statusCode(422)
                .body("code", equalTo("offer-invalid"));
    }

    private SignedOffer offer(Instant expiresAt) {
        Instant now = clock.instant();
        return new SignedOffer(
                UUID.randomUUID(), SUBJECT, now.plus(Duration.ofDays(5)), Precision.END_OF_DAY, now, expiresAt);
    }

    private static String withOffer(String token) {
        return Shop.order(Shop.newOrderNumber(), "CREDIT").replaceFirst("\\{", "{ \"pickupOffer\": \"" + token + "\",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amountMinor\": 257800, \"currency\": \"PLN\" | \"amountMinor\": 257801, \"currency\": \"PLN\" | total-mismatch",
                "\"amountMinor\": 257800, \"currency\": \"PLN\" | \"amountMinor\": 257800, \"currency\": \"EUR\" | currency-mismatch",
                "\"email\": \"jan.kowalski@example.com\", \"phone\": \"+48501234567\", | '' | contact-missing",
                "\"phone\": \"+48501234567\", | '' | channel-unreachable",
                "\"jan.kowalski@example.com\", \"phone\": \"+48501234567\" | \"\" | validation",
                "jan.kowalski@example.com | żółw@example.com | email-unreachable",
                "\"quantity\": 2 | \"quantity\": 0 | validation",
                "+48501234567 | 501234567 | validation",
                "jan.kowalski@example.com | jan.kowalski | validation",
                "\"language\": \"pl\" | \"language\": \"not a language\" | validation",
                "\"PHN-NOVA-X5\" | \"PHN:NOVA\" | validation",
                "\"PLN\" | \"XYZW\" | validation",
                "\"CREDIT\" | \"BARTER\" | validation",
                "Jan Kowalski | Jan\\r\\nBcc: eve@example.com | validation"
            })
    void an_invalid_order_is_refused_with_its_problem_code(String good, String bad, String code) {
        String body = Shop.order(Shop.newOrderNumber(), "CREDIT").replace(good, bad);

        Shop.post(body).then().statusCode(422).body("code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"orderNumber\": 5}", "{\"unknown\": 1}"})
    void a_malformed_body_is_refused(String body) {
        assertThat(Shop.post(body).statusCode()).isBetween(400, 422);
    }

    @Test
    void an_order_without_an_idempotency_key_is_refused() {
        Shop.as("shop")
                .body(Shop.order(Shop.newOrderNumber(), "CREDIT"))
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void only_the_storefront_places_orders() {
        String body = Shop.order(Shop.newOrderNumber(), "CREDIT");
        for (String desk : List.of("sales", "care", "boss", "supplier", "operator")) {
            Shop.as(desk)
                    .header("Idempotency-Key", "k")
                    .body(body)
                    .post("/api/v1/orders")
                    .then()
                    .statusCode(403);
        }
        Shop.as("nobody")
                .header("Idempotency-Key", "k")
                .body(body)
                .post("/api/v1/orders")
                .then()
                .statusCode(401);
    }

    @Test
    void the_storefront_may_list_promise_options_before_it_orders() {
        Shop.as("shop")
                .get("/api/v1/promise-options?kind=CONFIRMATION_CALL&language=en")
                .then()
                .statusCode(200)
                .body("options.kind", hasItems("CONFIRMATION_CALL"))
                .body("options[0].told", startsWith("We will call you"));
    }
}
