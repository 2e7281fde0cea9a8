package io.orderjourney.order.catalogue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.order.OtherServices;
import io.orderjourney.order.Shop;
import io.orderjourney.promises.DemoShop;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The storefront orders what the shop has, and learns at once if it has not. */
@QuarkusTest
class OrderableStoryTest {

    @Inject
    BusinessClock clock;

    private OtherServices others;

    @BeforeEach
    void connect() {
        others = new OtherServices(clock);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void an_order_for_what_there_is_not_names_each_field() {
        String order = Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace("WAW-CENTRUM", "WAW-O1")
                .replace("CAS-NOVA-X5", "NO-SUCH-THING");
        Shop.post(order)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation"))
                .body("errors", hasSize(2))
                .body("errors[0].pointer", equalTo("/pickupPoint"))
                .body("errors[0].code", equalTo("pickup-point-unknown"))
                .body("errors[1].pointer", equalTo("/lines/1/sku"))
                .body("errors[1].code", equalTo("article-unknown"));
    }

    @Test
    void what_fulfillment_opens_can_be_ordered_until_it_is_closed() {
        String code = "NEW-" + UUID.randomUUID().toString().substring(0, 8);
        String sku = "SKU-" + code;
        PickupPoint point = named(code);
        others.state(EventTypes.PICKUP_POINT_CHANGED, code, point, 1);
        others.state(EventTypes.CATALOGUE_ITEM_CHANGED, sku, new CatalogueItem(1, sku, "Etui", false), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> status(code, sku) == 201);

        others.state(EventTypes.PICKUP_POINT_CHANGED, code, point.close().at(2), 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> status(code, sku) == 422);
        // An old record that is read again opens nothing.
        others.state(EventTypes.PICKUP_POINT_CHANGED, code, point, 1);
        others.state(EventTypes.CATALOGUE_ITEM_CHANGED, sku, new CatalogueItem(2, sku, "Etui", true), 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> status("WAW-CENTRUM", sku) == 422);
        Shop.post(order(code, "CAS-NOVA-X5"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("pickup-point-closed"));
    }

    private static int status(String code, String sku) {
        return Shop.post(order(code, sku)).statusCode();
    }

    private static String order(String code, String sku) {
        return Shop.order(Shop.newOrderNumber(), "ON_PICKUP")
                .replace("WAW-CENTRUM", code)
                .replace("CAS-NOVA-X5", sku);
    }

    private static PickupPoint named(String code) {
        PickupPoint known = DemoShop.load().points().get(0);
        return new PickupPoint(
                1,
                code,
                known.name(),
                known.street(),
                known.postalCode(),
                known.city(),
                known.country(),
                known.phone(),
                known.hours(),
                null,
                known.closures(),
                known.slotsPerHour(),
                true,
                false);
    }
}
