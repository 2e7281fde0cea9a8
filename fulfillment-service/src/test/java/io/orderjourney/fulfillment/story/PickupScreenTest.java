package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.operations.testing.Canary;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PickupScreenTest {

    private static final Pattern OFFERED = Pattern.compile("<option value=\"([0-9T:Z-]+)\"");

    @Inject
    DataSource database;

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    private final Clerk piotr = Clerk.of("pickup", "PICKUP_POINT", Shop.PICKUP_POINT, "en");
    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void a_scanned_number_shows_at_a_glance_whether_the_goods_may_leave() {
        ApiClient.stock(sku, 1);
        OrderPlaced order = order(1);
        UUID orderId = shop.place(order);
        named(order.customerId(), "Łukasz Żak");

        assertThat(piotr.find(order.orderNumber().toLowerCase(java.util.Locale.ROOT)))
                .contains(
                        order.orderNumber() + " · Łukasz Żak",
                        "oj-check-done\"><span class=\"oj-check-sign\" aria-hidden=\"true\">✓</span>\n<span><strong>Goods",
                        "oj-check-open\"><span class=\"oj-check-sign\" aria-hidden=\"true\">✕</span>\n<span><strong>Order",
                        "next: sales",
                        "<dt>To pay</dt><dd>PLN\u00a01,999.00",
                        "tel:+48600100200")
                .doesNotContain("action-hand-over");

        ready(orderId);
        assertThat(piotr.find("https://shop.example/o/" + orderId)).contains("action-hand-over");
        assertThat(piotr.act(orderId, "hand-over", Map.of())).contains("Handed over. Thank the customer.");
        assertThat(shop.facts(orderId, EventTypes.GOODS_HANDED_OVER))
                .singleElement()
                .satisfies(fact -> assertThat(fact.handedOverBy()).isEqualTo("pickup:piotr"));
        assertThat(piotr.panel(orderId)).contains("Handed over").doesNotContain("action-hand-over");
    }

    @Test
    void a_surname_finds_the_order_whatever_the_accents_and_two_of_them_are_a_choice() {
        String surname = "Żółw" + UUID.randomUUID().toString().substring(0, 6);
        OrderPlaced one = order(1);
        OrderPlaced other = order(1);
        shop.place(one);
        shop.place(other);
        named(one.customerId(), "Jan " + surname);
        named(other.customerId(), "Ewa " + surname);

        assertThat(piotr.find(surname.replace("Żół", "zol")))
                .contains("2 matches: which one?", one.orderNumber(), other.orderNumber());
        assertThat(piotr.find("ewa " + surname)).contains(other.orderNumber() + " · Ewa");
        assertThat(piotr.find("nobody-of-this-name")).contains("Nothing found for “nobody-of-this-name”");
    }

    @Test
    void goods_are_not_handed_over_while_a_gate_is_closed_whatever_the_page_shows() {
        UUID orderId = shop.place(order(1));

        assertThat(piotr.act(orderId, "hand-over", version(orderId), Map.of()))
                .contains("role=\"alert\"", "Not yet: the confirmation call, goods.");
    }

    @Test
    void an_erased_customer_has_no_name_and_no_phone_at_the_counter() throws SQLException {
        OrderPlaced order = order(1);
        shop.place(order);
        named(order.customerId(), "Jan Ulotny");
        Shop.await(() -> piotr.find(order.orderNumber()).contains("Jan Ulotny"));
        assertThat(Canary.found(database, "Ulotny")).isNotEmpty();

        broker.tombstone(EventTypes.CONTACT_CHANGED, order.customerId().toString());

        Shop.await(() -> piotr.find(order.orderNumber()).contains("Name not known here"));
        assertThat(piotr.find("Ulotny")).contains("Nothing found");
        assertThat(Canary.found(database, "Ulotny")).as("left in a table").isEmpty();
    }

    @Test
    void a_damaged_piece_is_replaced_by_a_free_one_at_once_and_the_customer_keeps_their_day() {
        ApiClient.stock(sku, 2);
        UUID orderId = shop.place(order(1));
        ready(orderId);
        int facts = shop.facts(orderId).size();

        assertThat(piotr.act(orderId, "damaged", Map.of("sku", sku, "pieces", "1", "reason", "DAMAGED")))
                .contains("Another piece is reserved", "action-hand-over");

        assertThat(shop.facts(orderId)).hasSize(facts);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].onHand", org.hamcrest.Matchers.equalTo(1))
                .body("items[0].reserved", org.hamcrest.Matchers.equalTo(1));
    }

    @Test
    void a_scratched_cover_does_not_take_the_phone_with_it() {
        String cover = Shop.freshSku("COVER");
        ApiClient.stock(sku, 1);
        ApiClient.stock(cover, 1);
        UUID orderId = shop.place(shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 1), Shop.line(cover, 1)));
        ready(orderId);

        assertThat(piotr.act(orderId, "damaged", Map.of("sku", cover, "pieces", "1", "reason", "DAMAGED")))
                .contains("No other piece is free", "no date known yet")
                .doesNotContain("action-hand-over");

        assertThat(shop.facts(orderId, EventTypes.READINESS_WITHDRAWN)).hasSize(1);
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].reserved", org.hamcrest.Matchers.equalTo(1));
        ApiClient.stock(cover, 1);
        assertThat(piotr.panel(orderId)).contains("action-hand-over");
    }

    @Test
    void another_hour_is_one_of_the_free_ones() {
        ApiClient.stock(sku, 1);
        UUID orderId = shop.place(order(1));
        ready(orderId);
        shop.tellReady(orderId, 1);
        Shop.await(() -> piotr.panel(orderId).contains("Kept until"));
        Matcher hours = OFFERED.matcher(piotr.panel(orderId));
        assertThat(hours.find()).isTrue();

        assertThat(piotr.act(orderId, "slot", Map.of("at", hours.group(1))))
                .contains("The new hour is agreed.", "Agreed hour");

        assertThat(shop.promise(orderId, PICKUP_SLOT).anchorAt()).isEqualTo(hours.group(1));
        assertThat(piotr.act(orderId, "slot", Map.of("at", "never"))).contains("Choose an hour.");
    }

    @Test
    void what_a_colleague_did_meanwhile_is_said_and_nothing_is_handed_over_twice() {
        ApiClient.stock(sku, 1);
        UUID orderId = shop.place(order(1));
        ready(orderId);
        String seen = version(orderId);
        piotr.act(orderId, "hand-over", Map.of());

        assertThat(piotr.act(orderId, "hand-over", seen, Map.of()))
                .contains("role=\"alert\"", "Somebody changed this order meanwhile");
        assertThat(shop.facts(orderId, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
    }

    @Test
    void the_slip_is_in_the_customers_language_and_a_name_on_it_is_text() {
        OrderPlaced order = order(1);
        UUID orderId = shop.place(order);
        named(order.customerId(), "<b>Jan</b>");

        Shop.await(() -> piotr.body("/orders/" + orderId + "/slip").contains("&lt;b&gt;Jan"));
        assertThat(Clerk.of("pickup", "PICKUP_POINT", Shop.PICKUP_POINT, "pl").body("/orders/" + orderId + "/slip"))
                .contains("<h1>" + order.orderNumber(), "<html lang=\"en\"", "To pay", "Drukuj")
                .doesNotContain("<b>Jan");
    }

    @Test
    void a_clerk_sees_and_touches_the_orders_of_their_own_point_only() {
        OrderPlaced order = order(1);
        UUID orderId = shop.place(order);
        Clerk elsewhere = Clerk.of("pickup", "PICKUP_POINT", "KRK-02", "en");

        assertThat(elsewhere.find(order.orderNumber())).contains("Nothing found");
        elsewhere.get("/orders/" + orderId).then().statusCode(404);
        elsewhere.get("/orders/" + orderId + "/slip").then().statusCode(404);
        assertThat(Clerk.of("pickup", "WAREHOUSE", null, "en").get("").statusCode())
                .isEqualTo(403);
        assertThat(Clerk.of("pickup", "PICKUP_POINT", null, "en").find(order.orderNumber()))
                .as("a manager of all points")
                .contains(order.orderNumber());
    }

    @Test
    void the_page_has_the_field_first_and_speaks_four_languages() {
        for (String language : new String[] {"en", "pl", "sl", "ru"}) {
            String page = Clerk.of("pickup", "PICKUP_POINT", Shop.PICKUP_POINT, language)
                    .body("");
            assertThat(page)
                    .contains("data-oj-scan", "lang=\"" + language + "\"")
                    .doesNotContain("id=\"search\"");
        }
    }

    private OrderPlaced order(int pieces) {
        return shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, pieces));
    }

    private void ready(UUID orderId) {
        shop.confirm(orderId);
        shop.awaitFact(orderId, EventTypes.READY_FOR_PICKUP, 1);
    }

    private void named(UUID customerId, String name) {
        broker.state(
                EventTypes.CONTACT_CHANGED,
                customerId.toString(),
                new CustomerContact(customerId, name, "jan@example.com", "+48600100200", "en", Channel.EMAIL, null));
        Shop.await(() -> shop.isKnown(customerId));
    }

    private static String version(UUID orderId) {
        return ApiClient.COUNTER
                .get("/api/v1/pickups/" + orderId)
                .extract()
                .header("ETag")
                .replaceAll("[^0-9]", "");
    }
}
