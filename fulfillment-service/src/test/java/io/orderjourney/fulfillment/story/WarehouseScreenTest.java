package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class WarehouseScreenTest {

    @Inject
    Shop shop;

    private final Clerk marek = Clerk.of("warehouse", "WAREHOUSE", null, "en");
    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void a_purchase_order_shows_who_waits_and_books_in_with_its_lines_filled_in() {
        UUID purchase = ApiClient.purchase(sku, 3, in(2));
        UUID anna = order(2);
        UUID bojan = order(1);

        String panel = marek.panel(purchase);
        assertThat(panel)
                .contains("mobile-import · WAW-01", "0 of 3 arrived", "2 orders wait", "name=\"pieces:" + sku)
                .contains("type=\"number\" min=\"0\" inputmode=\"numeric\" value=\"3\"", "datetime-local")
                .doesNotContain("hx-get=\"/desk/card");
        assertThat(marek.body("/queue")).contains(sku + " 0/3");

        assertThat(marek.preview(purchase, "book-in", Map.of("pieces:" + sku, "2")))
                .contains("1 order is complete with it.", "1 × " + sku + " missing: still expected.");
        assertThat(shop.facts(anna, EventTypes.STOCK_ARRIVED))
                .as("a preview changes nothing")
                .isEmpty();
        assertThat(marek.act(purchase, "book-in", Map.of("pieces:" + sku, "2", "reference", "WZ-" + purchase)))
                .contains("Booked in.", "2 of 3 arrived");

        assertThat(shop.facts(anna, EventTypes.STOCK_ARRIVED)).hasSize(1);
        assertThat(shop.facts(bojan, EventTypes.STOCK_ARRIVED)).isEmpty();
        assertThat(marek.act(purchase, "book-in", Map.of("pieces:" + sku, "2", "reference", "WZ-" + purchase)))
                .contains("was booked in before");
    }

    @Test
    void a_new_eta_says_what_it_moves_before_it_is_saved() {
        UUID purchase = ApiClient.purchase(sku, 1, in(2));
        UUID order = order(1);

        String late = local(in(9));
        assertThat(marek.preview(purchase, "eta", Map.of("at", late)))
                .contains("1 order moves; 1 customer is told a later day");
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(2));
        assertThat(marek.act(purchase, "eta", Map.of("at", late, "reason", "truck broke down")))
                .contains("New ETA", "truck broke down");

        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(9));
        assertThat(marek.act(purchase, "eta", Map.of("at", local(in(400)), "meant", "no")))
                .contains("role=\"alert\"", "look at the year");
        assertThat(marek.act(purchase, "eta", Map.of("at", "soon"))).contains("Fill in a day and a time.");
        assertThat(marek.act(purchase, "eta", "0", Map.of("at", late)))
                .contains("role=\"alert\"", "Somebody changed this meanwhile");
    }

    @Test
    void who_waits_for_what_will_not_come_is_promised_an_update_at_once_and_who_came_first_keeps_the_date() {
        UUID purchase = ApiClient.purchase(sku, 3, in(2));
        UUID anna = order(1);
        UUID bojan = order(1);
        UUID cene = order(1);
        ApiClient.arrive(purchase, sku, 1);

        Map<String, String> one = Map.of("pieces:" + sku, "1", "reason", "out of stock");
        assertThat(marek.preview(purchase, "correct", one)).contains("1 order loses its date");
        assertThat(marek.act(purchase, "correct", one)).contains("1 of 3 arrived, 1 will not come", "out of stock");

        assertThat(shop.facts(anna, EventTypes.STOCK_ARRIVED)).hasSize(1);
        assertThat(shop.open(bojan)).extracting(promise -> promise.kind()).doesNotContain(NEXT_UPDATE);
        assertThat(shop.open(cene)).extracting(promise -> promise.kind()).contains(NEXT_UPDATE);
        assertThat(marek.panel(cene)).contains("Without a date", sku);

        assertThat(marek.act(
                        cene, "ordered", Map.of("sku", sku, "pieces", "1", "supplier", "other", "at", local(in(5)))))
                .contains("Ordered, expected");
        assertThat(shop.promise(cene, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(5));
    }

    @Test
    void nothing_more_is_expected_of_a_closed_purchase_order() {
        UUID purchase = ApiClient.purchase(sku, 3, in(2));
        UUID order = order(1);

        assertThat(marek.act(purchase, "correct", Map.of("pieces:" + sku, "0", "reason", "they went bankrupt")))
                .contains("3 will not come")
                .doesNotContain("action-book-in");

        assertThat(shop.open(order)).extracting(promise -> promise.kind()).contains(NEXT_UPDATE);
        assertThat(marek.body("/queue")).doesNotContain("orders/" + purchase);
        UUID later = order(1);
        assertThat(shop.open(later)).extracting(promise -> promise.kind()).containsExactly(NEXT_UPDATE);
        ApiClient.arrive(purchase, sku, 1);
        assertThat(shop.facts(order, EventTypes.STOCK_ARRIVED))
                .as("what comes all the same is booked in")
                .hasSize(1);
    }

    @Test
    void a_scanned_article_shows_its_shelf_and_takes_the_count() {
        ApiClient.stock(sku, 3);
        order(1);
        UUID shelf = new StockLevel.Key(Shop.PICKUP_POINT, sku).address();

        assertThat(marek.find(sku)).contains(sku + " · WAW-01", "action-count", "orders/" + shelf);
        assertThat(marek.act(shelf, "count", Map.of("pieces", "5"))).contains("Free now: 4.");
        assertThat(marek.act(shelf, "count", Map.of("pieces", "0")))
                .contains("role=\"alert\"", "Reserved for orders: 1.");
    }

    @Test
    void no_customer_has_a_name_here_and_other_desks_do_not_see_it() {
        UUID order = order(1);

        assertThat(marek.panel(order)).contains("Without a date");
        assertThat(Clerk.of("warehouse", "PICKUP_POINT", "WAW-01", "en").get("").statusCode())
                .isEqualTo(403);
        for (String language : new String[] {"pl", "sl", "ru"}) {
            assertThat(Clerk.of("warehouse", "WAREHOUSE", null, language).body(""))
                    .contains("data-oj-scan");
        }
    }

    private UUID order(int pieces) {
        return shop.place(PaymentMethod.ON_PICKUP, sku, pieces);
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneId.of("Europe/Warsaw")).toString();
    }

    private Instant in(int days) {
        return shop.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(11));
    }
}
