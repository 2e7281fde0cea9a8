package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PrepaidTest {

    @Inject
    Shop shop;

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
    }

    @Test
    void a_paid_order_waits_for_its_goods_and_for_nobody_to_confirm_it() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.PREPAID, sku, 1);

        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        assertThat(shop.promise(order, PICKUP_READY).waitsFor()).isEmpty();
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .statusCode(200)
                .body("gates.gate", contains("GOODS_AT_PICKUP_POINT"))
                .body("gates.open", contains(true));

        shop.tellReady(order, 1);
        Shop.await(() -> !shop.promise(order, PICKUP_READY).isOpen());
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(PICKUP_SLOT);
        ApiClient.handOver(order).statusCode(200).body("promises", hasSize(0));
    }
}
