package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PaidAtTheCounterTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
    }

    @Test
    void an_order_with_goods_on_the_shelf_goes_from_storefront_to_hand_over() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 3);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 2);

        GoodsReserved reserved = shop.lastFact(order, EventTypes.GOODS_RESERVED);
        assertThat(reserved.onShelf()).isTrue();
        assertThat(reserved.purchaseOrderIds()).isEmpty();
        Promise ready = shop.promise(order, PICKUP_READY);
        assertThat(ready.waitsFor()).containsExactly(CONFIRMATION_CALL);
        assertThat(ready.dueAt()).isAfter(shop.now());
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("ready", equalTo(false))
                .body("gates.gate", contains("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT"))
                .body("gates.open", contains(false, true))
                .body("lines[0].onShelf", equalTo(2))
                .body("slot", nullValue());
        ApiClient.handOver(order)
                .statusCode(409)
                .body("code", equalTo("gates-closed"))
                .body("closedGates", contains("ORDER_CONFIRMED"));

        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        assertThat(shop.promise(order, PICKUP_READY).isOpen())
                .as("not kept before the customer knows")
                .isTrue();
        UUID notice = shop.tellReady(order, 1);
        Shop.await(() -> !shop.promise(order, PICKUP_READY).isOpen());
        assertThat(shop.promise(order, PICKUP_READY).evidence()).contains(notice.toString());
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(PICKUP_SLOT);

        ApiClient.handOver(order)
                .statusCode(200)
                .body("handedOverBy", equalTo("counter"))
                .body("promises", hasSize(0));
        assertThat(shop.promise(order, PICKUP_SLOT).keptAt()).isNotNull();
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].onHand", equalTo(1))
                .body("items[0].reserved", equalTo(0));
        ApiClient.handOver(order).statusCode(409).body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void an_event_delivered_twice_is_applied_once() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 5);
        UUID order = UUID.randomUUID();
        OrderPlaced placed = shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 2));
        OrderConfirmed confirmed = new OrderConfirmed("sales:anna", shop.now());
        UUID first = broker.publish(EventTypes.ORDER_PLACED, order, placed);
        broker.repeat(first, EventTypes.ORDER_PLACED, order, placed);
        // Another id for the same order: a producer that published again under a new name.
        broker.publish(EventTypes.ORDER_PLACED, order, placed);
        UUID second = broker.publish(EventTypes.ORDER_CONFIRMED, order, confirmed);
        broker.repeat(second, EventTypes.ORDER_CONFIRMED, order, confirmed);
        broker.publish(EventTypes.ORDER_CONFIRMED, order, confirmed);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        shop.tellReady(order, 1);
        shop.awaitFact(order, EventTypes.PROMISE_KEPT, 1);
        settle();

        assertThat(shop.factTypes(order))
                .containsExactly(
                        "fulfillment.goods-reserved.v1",
                        "promises.promise-made.v1",
                        "fulfillment.gate-opened.v1",
                        "fulfillment.gate-opened.v1",
                        "fulfillment.ready-for-pickup.v1",
                        "promises.promise-made.v1",
                        "promises.promise-paused.v1",
                        "promises.promise-kept.v1");
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].reserved", equalTo(2));
    }

    @Test
    void a_hand_over_needs_the_current_version_and_is_idempotent() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);

        ApiClient.COUNTER.post("/api/v1/pickups/" + order + "/hand-over", "{}").statusCode(428);
        ApiClient.handOver(order, "\"v1\"").statusCode(412);
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).isEmpty();

        String etag =
                ApiClient.COUNTER.get("/api/v1/pickups/" + order).extract().header("ETag");
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 2; attempt++) {
            ApiClient.COUNTER
                    .request()
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .body("{}")
                    .post("/api/v1/pickups/" + order + "/hand-over")
                    .then()
                    .statusCode(200);
        }
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
        // The customer came before the notice: the promised day is kept all the same.
        assertThat(shop.promise(order, PICKUP_READY).keptAt()).isNotNull();
        assertThat(shop.open(order)).isEmpty();
    }

    @Test
    void a_slot_outside_the_opening_hours_is_refused_with_the_next_possible_one() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        String slot = "/api/v1/pickups/" + order + "/slot";
        String soon = "{\"startsAt\": \"" + shop.now().plus(Duration.ofMinutes(30)) + "\"}";
        ApiClient.STOREFRONT.post(slot, soon).statusCode(409).body("code", equalTo("transition-not-allowed"));
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        shop.awaitInvited(order);

        ApiClient.STOREFRONT
                .post(slot, "{\"startsAt\": \"" + shop.now().plus(Duration.ofDays(15)) + "\"}")
                .statusCode(422)
                .body("code", equalTo("validation"));
        ApiClient.STOREFRONT
                .post(slot, "{\"startsAt\": \"" + shop.now().minus(Duration.ofHours(1)) + "\"}")
                .statusCode(422)
                .body("code", equalTo("promise-refused"))
                .body("nextPossibleAt", notNullValue());
        ApiClient.STOREFRONT.post(slot, soon).statusCode(200).body("slot.promiseId", notNullValue());

        Promise agreed = shop.promise(order, PICKUP_SLOT);
        assertThat(Duration.between(agreed.anchorAt(), agreed.dueAt())).isEqualTo(Duration.ofHours(1));
        assertThat(shop.lastFact(order, EventTypes.PROMISE_RESCHEDULED).reason().name())
                .isEqualTo("CUSTOMER_ASKED");
        assertThat(agreed.deskReschedules())
                .as("the customer's request does not count against the desk")
                .isZero();
    }

    /** A later order goes through the same partitions; what was sent before it has been read when it is ready. */
    private void settle() {
        List<UUID> markers = new java.util.ArrayList<>();
        String sku = Shop.freshSku("MARKER");
        ApiClient.stock(sku, 20);
        for (int i = 0; i < 8; i++) {
            UUID marker = UUID.randomUUID();
            broker.publish(
                    EventTypes.ORDER_PLACED, marker, shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 1)));
            shop.confirm(marker);
            markers.add(marker);
        }
        markers.forEach(marker -> shop.awaitFact(marker, EventTypes.READY_FOR_PICKUP, 1));
    }
}
