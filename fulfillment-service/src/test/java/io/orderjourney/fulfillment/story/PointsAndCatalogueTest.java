package io.orderjourney.fulfillment.story;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.inbound.ArrivedLine;
import io.orderjourney.contracts.inbound.StockArrivalReported;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Management opens, changes and closes pickup points, and keeps the catalogue; nothing else comes to the shelves. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PointsAndCatalogueTest {

    private static final String POINTS = "/api/v1/pickup-points/";
    private static final String HOURS = "Mon-Sat 09:00-20:00";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Test
    void a_point_is_opened_changed_by_who_has_seen_it_and_closed() {
        String code = Shop.freshPoint(HOURS, 6);
        ApiClient.STOREFRONT
                .get(POINTS + code)
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("city", equalTo("Kraków"))
                .body("slotsPerHour", equalTo(6));
        ApiClient.BOSS.get("/api/v1/pickup-points").body("items.code", hasItem(code));

        String longer = Shop.point("Mon-Sat 08:00-21:00", 4);
        ApiClient.BOSS.put(POINTS + code, longer).statusCode(428);
        ApiClient.BOSS.put(POINTS + code, longer, "\"v7\"").statusCode(412).body("code", equalTo("version-stale"));
        ApiClient.BOSS
                .put(POINTS + code, longer, "\"v1\"")
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("hours", equalTo("Mon-Sat 08:00-21:00"));

        close(code, "\"v1\"").statusCode(412);
        close(code, "\"v2\"").statusCode(200).body("closed", equalTo(true)).header("ETag", "\"v3\"");
        close("NOWHERE", "\"v1\"").statusCode(404).body("code", equalTo("pickup-point-not-found"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "hours": "Mon-Sat 09:00-20:00"  | "hours": "whenever"      | /hours
            "hours": "Mon-Sat 09:00-20:00"  | "hours": ""              | /hours
            "country": "PL"                 | "country": "PL", "holidaysOf": "XX" | /holidaysOf
            "phone": "+48121000041"         | "phone": "012"           | /phone
            "slotsPerHour": 6               | "slotsPerHour": 0        | /slotsPerHour
            "closures": []                  | "closures": ["2026-02-30"] | /closures/0
            "name": "Kraków Stare Miasto"   | "name": "  "             | /name
            """)
    void a_wrong_value_is_named_beside_its_field(String right, String wrong, String pointer) {
        String body = Shop.point(HOURS, 6).replace(right, wrong);
        ApiClient.BOSS.put(POINTS + "NEVER-OPENED", body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
        ApiClient.BOSS.get(POINTS + "NEVER-OPENED").statusCode(404);
    }

    @Test
    void only_management_decides_about_points() {
        ApiClient.STOREFRONT
                .put(POINTS + "WAW-01", Shop.point(HOURS, 6), "\"v1\"")
                .statusCode(403);
        ApiClient.COUNTER.put(POINTS + "WAW-01", Shop.point(HOURS, 6), "\"v1\"").statusCode(403);
        ApiClient.WAREHOUSE
                .put("/api/v1/catalogue/PHONE-S5", "{\"name\": \"X\"}", "\"v1\"")
                .statusCode(403);
    }

    @Test
    void an_article_is_added_renamed_and_discontinued() {
        String sku = Shop.freshSku("CHARGER");
        String path = "/api/v1/catalogue/" + sku;
        ApiClient.WAREHOUSE.get(path).header("ETag", "\"v1\"").body("name", equalTo("CHARGER"));
        ApiClient.BOSS.put(path, "{\"name\": \"Ładowarka\"}").statusCode(428);
        ApiClient.BOSS
                .put(path, "{\"name\": \"Ładowarka\", \"discontinued\": true}", "\"v1\"")
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("discontinued", equalTo(true));
        ApiClient.BOSS.put(path + "-2", "{\"name\": \"two\\nlines\"}").statusCode(422);
        ApiClient.BOSS.get("/api/v1/catalogue?limit=1").body("items", hasSize(1));
    }

    @Test
    void what_is_on_its_way_still_comes_when_its_article_is_discontinued() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.BOSS
                .put("/api/v1/catalogue/" + sku, "{\"name\": \"Phone\", \"discontinued\": true}", "\"v1\"")
                .statusCode(200);
        ApiClient.stock(sku, 1);
    }

    @Test
    void goods_that_the_shop_does_not_have_are_refused_at_every_door() {
        String known = Shop.freshSku("PHONE");
        String lines = "\"lines\": [{\"sku\": \"" + known
                + "\", \"quantity\": 1}, {\"sku\": \"NO-SUCH-THING\", \"quantity\": 1}]";
        ApiClient.WAREHOUSE
                .post(
                        "/api/v1/purchase-orders",
                        "{\"supplier\": \"mobile-import\", \"pickupPoint\": \"WAW-01\", \"etaAt\": \""
                                + shop.now().plusSeconds(86_400) + "\", " + lines + "}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/1/sku"))
                .body("errors[0].code", equalTo("article-unknown"));
        ApiClient.WAREHOUSE
                .post(
                        "/api/v1/stock-arrivals",
                        "{\"reference\": \"WZ-" + UUID.randomUUID() + "\", \"pickupPoint\": \"WAW-01\", " + lines + "}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/1/sku"));
        ApiClient.WAREHOUSE
                .post(
                        "/api/v1/stock-arrivals",
                        "{\"reference\": \"WZ-" + UUID.randomUUID()
                                + "\", \"pickupPoint\": \"WAW-O1\", \"lines\": [{\"sku\": \"" + known
                                + "\", \"quantity\": 1}]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/pickupPoint"));
        ApiClient.WAREHOUSE
                .put("/api/v1/stock/WAW-01/NO-SUCH-THING", "{\"onHand\": 1}")
                .statusCode(404)
                .body("code", equalTo("article-not-found"));
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + known).body("items", hasSize(0));
    }

    @Test
    void a_report_of_unknown_goods_becomes_a_dead_letter_and_stops_no_other() {
        String sku = "NO-SUCH-THING-" + UUID.randomUUID().toString().substring(0, 8);
        String point = Shop.freshPoint(HOURS, 6);
        broker.report(
                EventTypes.STOCK_ARRIVAL_REPORTED,
                point,
                new StockArrivalReported(
                        "K-" + UUID.randomUUID(), point, null, List.of(new ArrivedLine(sku, 1)), shop.now()));
        String known = Shop.freshSku("PHONE");
        broker.report(
                EventTypes.STOCK_ARRIVAL_REPORTED,
                point,
                new StockArrivalReported(
                        "K-" + UUID.randomUUID(), point, null, List.of(new ArrivedLine(known, 3)), shop.now()));
        Shop.await(() -> ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + known)
                .extract()
                .jsonPath()
                .getList("items.onHand")
                .equals(List.of(3)));
        Shop.await(PointsAndCatalogueTest::hasLetterOfUnknownGoods);
    }

    private static boolean hasLetterOfUnknownGoods() {
        String cursor = "";
        do {
            JsonPath page = ApiClient.OPERATOR
                    .get("/api/v1/dead-letters?limit=200" + cursor)
                    .extract()
                    .jsonPath();
            if (page.getList("items.detail").toString().contains("UnknownGoods")) {
                return true;
            }
            String next = page.getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return false;
    }

    private static ValidatableResponse close(String code, String ifMatch) {
        return ApiClient.BOSS
                .request()
                .header("If-Match", ifMatch)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(POINTS + code + "/closing")
                .then();
    }
}
