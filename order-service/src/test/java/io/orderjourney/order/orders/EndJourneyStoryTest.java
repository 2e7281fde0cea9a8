package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class CompleteOrderStoryTest {

    @Inject
    DeliverTwice twice;

    @Inject
    BusinessClock clock;

    private GoodsHandedOver handOver() {
        return new GoodsHandedOver("WAW-CENTRUM", "counter:olga", clock.instant());
    }

    @Test
    void a_repeated_hand_over_completes_the_order_once() {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);

        twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver());
        twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver());

        assertThat(Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().getString("state"))
                .isEqualTo("COMPLETED");
        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("COMPLETED");
        assertThat(card.getBoolean("open")).isFalse();
        assertThat(card.<Object>get("nextStep")).isNull();
        assertThat(card.getList("promises.outlook")).doesNotContain("ON_TRACK", "AT_RISK", "MISSED");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .extracting(Fact::type)
                        .containsOnlyOnce("orders.journey-ended.v1"));
    }

    @Test
    void a_hand_over_of_an_unconfirmed_order_is_refused() {
        UUID order = Shop.place("ON_PICKUP");

        assertThat(catchThrowable(() -> twice.event(EventTypes.GOODS_HANDED_OVER, order, handOver())))
                .hasMessageContaining("PLACED");
        assertThat(Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().getString("state"))
                .isEqualTo("PLACED");
    }
}
