package io.orderjourney.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.order.catalogue.OrderablePolicy.Objection;
import io.orderjourney.promises.DemoShop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the shop does not have cannot be ordered, and the refusal names the field. */
class OrderablePolicyTest {

    private static final PickupPoint CENTRE = point("WAW-CENTRUM");
    private static final Map<String, CatalogueItem> ITEMS = Map.of(
            "PHONE", new CatalogueItem(1, "PHONE", "Phone", false), "OLD", new CatalogueItem(2, "OLD", "Old", true));

    @Test
    void what_there_is_can_be_ordered() {
        assertThat(places("WAW-CENTRUM", CENTRE, "PHONE")).isEmpty();
    }

    @Test
    void an_unknown_point_and_every_unknown_article_are_named() {
        assertThat(places("WAW-O1", null, "PHONE", "NO-SUCH-THING", "OLD"))
                .containsExactly(
                        "/pickupPoint pickup-point-unknown",
                        "/lines/1/sku article-unknown",
                        "/lines/2/sku article-discontinued");
    }

    @Test
    void a_closed_point_takes_no_orders() {
        assertThat(places("WAW-CENTRUM", CENTRE.close(), "PHONE")).containsExactly("/pickupPoint pickup-point-closed");
    }

    @Test
    void nobody_collects_at_a_warehouse() {
        assertThat(places("WAREHOUSE", point("WAREHOUSE"), "PHONE"))
                .containsExactly("/pickupPoint pickup-point-unknown");
    }

    @Test
    void a_delivery_needs_no_point() {
        assertThat(places(null, null, "PHONE")).isEmpty();
    }

    private static List<String> places(@Nullable String code, @Nullable PickupPoint point, String... skus) {
        List<OrderLine> lines = Stream.of(skus)
                .map(sku -> new OrderLine(sku, sku, 1, new Money(100, "PLN")))
                .toList();
        List<Objection> found = OrderablePolicy.objections(code, Optional.ofNullable(point), lines, ITEMS);
        return found.stream()
                .map(objection -> objection.pointer() + " " + objection.code())
                .toList();
    }

    private static PickupPoint point(String code) {
        return DemoShop.load().points().stream()
                .filter(point -> point.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
