package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class IncomingGoodsTest {

    @Inject
    Shop shop;

    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void arrived_goods_go_to_the_order_that_waits_longest() {
        UUID purchase = ApiClient.purchase(sku, 3, in(2));
        UUID anna = shop.place(PaymentMethod.ON_PICKUP, sku, 2);
        UUID bojan = shop.place(PaymentMethod.ON_PICKUP, sku, 1);

        ApiClient.arrive(purchase, sku, 2);

        assertThat(shop.facts(anna, EventTypes.STOCK_ARRIVED)).hasSize(1);
        assertThat(shop.promise(anna, STOCK_ARRIVAL).keptAt()).isNotNull();
        assertThat(shop.facts(bojan, EventTypes.STOCK_ARRIVED)).isEmpty();
        assertThat(shop.promise(bojan, STOCK_ARRIVAL).isOpen()).isTrue();
        ApiClient.arrive(purchase, sku, 1);
        assertThat(shop.facts(bojan, EventTypes.STOCK_ARRIVED)).hasSize(1);
        ApiClient.WAREHOUSE.get("/api/v1/purchase-orders/" + purchase).body("open", equalTo(false));
    }

    @Test
    void an_order_of_two_items_is_complete_when_the_second_arrives() {
        String cover = Shop.freshSku("COVER");
        UUID phones = ApiClient.purchase(sku, 1, in(2));
        UUID covers = ApiClient.purchase(cover, 1, in(4));
        UUID order = shop.place(shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 1), Shop.line(cover, 1)));
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(4));

        ApiClient.arrive(covers, cover, 1);
        assertThat(shop.facts(order, EventTypes.STOCK_ARRIVED)).isEmpty();
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt())
                .as("the phone decides now")
                .isEqualTo(in(2));
        ApiClient.arrive(phones, sku, 1);

        assertThat(shop.facts(order, EventTypes.STOCK_ARRIVED))
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.purchaseOrderId()).isEqualTo(phones));
        assertThat(shop.facts(order, EventTypes.GATE_OPENED)).hasSize(1);
    }

    @Test
    void the_same_reference_is_booked_in_once_whatever_the_idempotency_key() {
        String body = """
                {"reference": "WZ-%s", "pickupPoint": "WAW-01", "lines": [{"sku": "%s", "quantity": 4}]}
                """.formatted(UUID.randomUUID(), sku);
        ApiClient.WAREHOUSE.post("/api/v1/stock-arrivals", body).statusCode(201);
        ApiClient.WAREHOUSE.post("/api/v1/stock-arrivals", body).statusCode(200).body("piecesBySku." + sku, equalTo(4));
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(4));
    }

    @Test
    void a_new_eta_reaches_the_orders_that_wait_for_it_and_no_other() {
        UUID purchase = ApiClient.purchase(sku, 1, in(2));
        String other = Shop.freshSku("OTHER");
        ApiClient.purchase(other, 1, in(2));
        UUID concerned = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        UUID unconcerned = shop.place(PaymentMethod.ON_PICKUP, other, 1);
        Instant before = shop.promise(concerned, STOCK_ARRIVAL).estimate().expectedAt();

        ApiClient.SUPPLIER
                .put(
                        "/api/v1/purchase-orders/" + purchase + "/eta",
                        "{\"etaAt\": \"" + in(5) + "\", \"reason\": \"truck broke down\"}")
                .statusCode(200)
                .body("etaReason", equalTo("truck broke down"));

        StockEtaChanged changed = shop.lastFact(concerned, EventTypes.STOCK_ETA_CHANGED);
        assertThat(changed.previousEtaAt()).isEqualTo(before);
        assertThat(changed.etaAt()).isEqualTo(in(5));
        assertThat(changed.purchaseOrderId()).isEqualTo(purchase);
        Promise arrival = shop.promise(concerned, STOCK_ARRIVAL);
        assertThat(arrival.estimate().expectedAt()).isEqualTo(in(5));
        assertThat(arrival.estimate().reason()).isEqualTo(ReasonCode.SUPPLIER_LATE);
        assertThat(arrival.revision())
                .as("the promised date stays until it is rescheduled")
                .isZero();
        assertThat(shop.facts(unconcerned, EventTypes.STOCK_ETA_CHANGED)).isEmpty();

        int facts = shop.facts(concerned).size();
        ApiClient.SUPPLIER
                .put("/api/v1/purchase-orders/" + purchase + "/eta", "{\"etaAt\": \"" + in(5) + "\"}")
                .statusCode(200);
        assertThat(shop.facts(concerned))
                .as("the same ETA again changes nothing")
                .hasSize(facts);
    }

    @Test
    void a_late_repetition_of_an_eta_does_not_undo_the_next_one() {
        UUID purchase = ApiClient.purchase(sku, 1, in(3));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        reportEta("m1", purchase, in(5)).statusCode(200);
        int version = reportEta("m2", purchase, in(9)).statusCode(200).extract().path("version");

        reportEta("m1", purchase, in(5)).statusCode(200).body("version", equalTo(version));

        reportEta("m1", purchase, in(5), "somebody-else").statusCode(200).body("version", equalTo(version));

        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(9));
        reportEta("m1", purchase, in(7)).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    private static ValidatableResponse reportEta(String webhookId, UUID purchase, Instant etaAt) {
        return reportEta(webhookId, purchase, etaAt, "anna");
    }

    private static ValidatableResponse reportEta(String webhookId, UUID purchase, Instant etaAt, String actor) {
        String body = "{\"etaAt\": \"" + etaAt + "\"}";
        String path = "/api/v1/purchase-orders/" + purchase + "/eta";
        return ApiClient.SUPPLIER
                .request()
                .contentType(ContentType.JSON)
                .headers(ApiClient.signature(ApiClient.SUPPLIER_SECRET, webhookId + purchase, "PUT", path, body))
                .header("Journey-Actor", actor)
                .body(body)
                .put(path)
                .then();
    }

    @Test
    void a_supplier_sees_and_moves_its_own_purchase_orders_only() {
        UUID purchase = ApiClient.purchase(sku, 1, in(3));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        String path = "/api/v1/purchase-orders/" + purchase;
        String later = "{\"etaAt\": \"" + in(9) + "\"}";

        ApiClient.OTHER_SUPPLIER.get(path).statusCode(404).body("code", equalTo("purchase-order-not-found"));
        ApiClient.OTHER_SUPPLIER.put(path + "/eta", later).statusCode(404);
        ApiClient.OTHER_SUPPLIER
                .get("/api/v1/purchase-orders?limit=100")
                .statusCode(200)
                .body("items.findAll { it.supplier != 'accessories' }", hasSize(0));
        ApiClient.OTHER_SUPPLIER
                .post("/api/v1/purchase-orders", """
                        {"supplier": "mobile-import", "pickupPoint": "WAW-01", "etaAt": "%s",
                         "lines": [{"sku": "%s", "quantity": 1}]}
                        """.formatted(in(9), sku))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/supplier"));
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(3));
        ApiClient.SUPPLIER.get(path).statusCode(200).body("supplier", equalTo("mobile-import"));
    }

    @Test
    void a_supplier_says_nothing_about_what_lies_on_our_shelves() {
        UUID purchase = ApiClient.purchase(sku, 1, in(3));

        ApiClient.SUPPLIER
                .post("/api/v1/stock-arrivals", """
                        {"reference": "WZ-%s", "pickupPoint": "WAW-01", "purchaseOrderId": "%s",
                         "lines": [{"sku": "%s", "quantity": 1}]}
                        """.formatted(UUID.randomUUID(), purchase, sku))
                .statusCode(403);
    }

    @Test
    void a_signature_is_good_for_its_own_address_and_its_own_supplier() {
        UUID purchase = ApiClient.purchase(sku, 1, in(3));
        UUID second = ApiClient.purchase(sku, 1, in(3));
        String path = "/api/v1/purchase-orders/" + purchase + "/eta";
        String body = "{\"etaAt\": \"" + in(5) + "\"}";
        String elsewhere = "/api/v1/purchase-orders/" + second + "/eta";

        signed(ApiClient.signature(ApiClient.SUPPLIER_SECRET, "s1", "PUT", elsewhere, body), path, body)
                .statusCode(401)
                .body("code", equalTo("signature-invalid"));
        signed(ApiClient.signature(ApiClient.SUPPLIER_SECRET, "s1", "POST", path, body), path, body)
                .statusCode(401);
        signed(ApiClient.signature(ApiClient.OTHER_SECRET, "s1", "PUT", path, body), path, body)
                .statusCode(401);
        signed(ApiClient.signature(ApiClient.SUPPLIER_SECRET, "s1", "PUT", path, body), path, body)
                .statusCode(200);
    }

    private static ValidatableResponse signed(Map<String, String> signature, String path, String body) {
        return ApiClient.SUPPLIER
                .request()
                .contentType(ContentType.JSON)
                .headers(signature)
                .body(body)
                .put(path)
                .then();
    }

    @Test
    void the_first_pickup_day_is_the_one_that_the_known_eta_gives() {
        ApiClient.purchase(sku, 1, in(5));

        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);

        Promise ready = shop.promise(order, PICKUP_READY);
        assertThat(ready.firstPromisedAt()).isAfter(in(5));
        assertThat(ready.revision()).as("nothing to apologise for").isZero();
    }

    @Test
    void the_first_order_switches_to_the_purchase_order_that_is_not_late() {
        UUID sooner = ApiClient.purchase(sku, 1, in(2));
        ApiClient.purchase(sku, 1, in(4));
        UUID anna = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        UUID bojan = shop.place(PaymentMethod.ON_PICKUP, sku, 1);

        ApiClient.SUPPLIER
                .put("/api/v1/purchase-orders/" + sooner + "/eta", "{\"etaAt\": \"" + in(9) + "\"}")
                .statusCode(200);

        assertThat(shop.promise(anna, STOCK_ARRIVAL).estimate().expectedAt())
                .as("she was there first")
                .isEqualTo(in(4));
        assertThat(shop.promise(bojan, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(9));
    }

    @Test
    void an_eta_change_needs_the_current_version_and_a_plausible_time() {
        UUID purchase = ApiClient.purchase(sku, 1, in(2));
        String path = "/api/v1/purchase-orders/" + purchase + "/eta";
        String later = "{\"etaAt\": \"" + in(3) + "\"}";

        ApiClient.WAREHOUSE.put(path, later).statusCode(428);
        ApiClient.WAREHOUSE.put(path, later, "\"v9\"").statusCode(412);
        ApiClient.WAREHOUSE.put(path, later, "\"v1\"").statusCode(200).header("ETag", equalTo("\"v2\""));
        ApiClient.SUPPLIER
                .put(path, "{\"etaAt\": \"" + in(2000) + "\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/etaAt"));
        ApiClient.SUPPLIER
                .put("/api/v1/purchase-orders/" + UUID.randomUUID() + "/eta", later)
                .statusCode(404)
                .body("code", equalTo("purchase-order-not-found"));
        ApiClient.arrive(purchase, sku, 1);
        ApiClient.SUPPLIER.put(path, later).statusCode(409).body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void an_eta_that_jumps_by_a_year_is_asked_back_before_it_is_believed() {
        UUID purchase = ApiClient.purchase(sku, 1, in(7));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        String path = "/api/v1/purchase-orders/" + purchase + "/eta";

        ApiClient.SUPPLIER
                .put(path, "{\"etaAt\": \"" + in(372) + "\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/etaAt"))
                .body("errors[0].code", equalTo("confirmation-needed"));
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(7));

        ApiClient.WAREHOUSE
                .put(path, "{\"etaAt\": \"" + in(372) + "\", \"confirmed\": true}", "\"v1\"")
                .statusCode(200);
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(372));
    }

    @Test
    void goods_are_not_booked_in_at_another_pickup_point() {
        UUID purchase = ApiClient.purchase(sku, 1, in(2));
        String body = """
                {"reference": "WZ-%s", "pickupPoint": "%s", "purchaseOrderId": "%s",
                 "lines": [{"sku": "%s", "quantity": 1}]}
                """;
        ApiClient.WAREHOUSE
                .post("/api/v1/stock-arrivals", body.formatted(UUID.randomUUID(), "KRK-02", purchase, sku))
                .statusCode(409)
                .body("code", equalTo("wrong-pickup-point"));
        ApiClient.WAREHOUSE
                .post("/api/v1/stock-arrivals", body.formatted(UUID.randomUUID(), "WAW-01", UUID.randomUUID(), sku))
                .statusCode(404);
        ApiClient.WAREHOUSE.get("/api/v1/stock?pickupPoint=KRK-02&sku=" + sku).body("items", hasSize(0));
    }

    @Test
    void purchase_orders_are_listed_by_their_next_arrival_page_by_page() {
        String pickupPoint = Shop.freshPoint("Mon-Sat 09:00-20:00", 6);
        for (int day : new int[] {3, 1, 2}) {
            ApiClient.WAREHOUSE
                    .post("/api/v1/purchase-orders", """
                            {"supplier": "mobile-import", "pickupPoint": "%s", "etaAt": "%s",
                             "lines": [{"sku": "%s", "quantity": %d}]}
                            """.formatted(pickupPoint, in(day), sku, day))
                    .statusCode(201);
        }
        String first = "/api/v1/purchase-orders?open=true&limit=2&pickupPoint=" + pickupPoint;
        String next = ApiClient.WAREHOUSE
                .get(first)
                .body("items.lines[0].quantity", contains(1))
                .body("items", hasSize(2))
                .extract()
                .path("next");
        ApiClient.WAREHOUSE
                .get(first + "&cursor=" + next)
                .body("items", hasSize(1))
                .body("items[0].lines[0].quantity", equalTo(3));
        ApiClient.WAREHOUSE
                .get("/api/v1/purchase-orders?cursor=" + next)
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @Test
    void pieces_found_by_a_count_go_to_the_order_that_waits() {
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 2);
        ApiClient.stock(sku, 3);

        assertThat(shop.facts(order, EventTypes.STOCK_ARRIVED)).hasSize(1);
        assertThat(shop.open(order)).extracting(Promise::kind).contains(PICKUP_READY);
        ApiClient.WAREHOUSE
                .put("/api/v1/stock/WAW-01/" + sku, "{\"onHand\": 1}")
                .statusCode(409)
                .body("code", equalTo("stock-reserved"))
                .body("reserved", equalTo(2));
        ApiClient.WAREHOUSE
                .put("/api/v1/stock/WAW-01/" + sku, "{\"onHand\": 2}", "\"v1\"")
                .statusCode(412);
    }

    private Instant in(int days) {
        return shop.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(11));
    }
}
