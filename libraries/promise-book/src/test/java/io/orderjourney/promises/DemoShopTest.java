package io.orderjourney.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.promises.testing.WarsawShop;
import org.junit.jupiter.api.Test;

class DemoShopTest {

    private final DemoShop shop = DemoShop.load();

    @Test
    void every_point_has_hours_that_can_be_read_and_a_code_of_its_own() {
        assertThat(shop.points()).extracting(PickupPoint::code).doesNotHaveDuplicates();
        assertThat(shop.points())
                .allSatisfy(point -> assertThat(WarsawShop.TERMS
                                .at(point)
                                .calendar(Desk.PICKUP_POINT)
                                .isOpen(WarsawShop.at("2026-01-12T12:00")))
                        .isTrue());
    }

    @Test
    void parcels_are_sent_from_a_place_at_which_no_customer_collects() {
        assertThat(shop.points().stream().filter(point -> !point.takesOrders()))
                .extracting(PickupPoint::code)
                .containsExactly("WAREHOUSE");
    }

    @Test
    void every_article_has_a_number_of_its_own() {
        assertThat(shop.items())
                .extracting(CatalogueItem::sku)
                .doesNotHaveDuplicates()
                .contains("PHONE-S5");
    }
}
