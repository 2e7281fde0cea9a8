package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.order.OtherServices;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that is paid at the counter, and one that was paid before, from the storefront to the hand-over. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class JourneyKindsStoryTest {

    @Inject
    BusinessClock clock;

    @Inject
    JourneyLog log;

    private OtherServices others;

    @BeforeEach
    void connect() {
        others = new OtherServices(clock);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    private static void awaitStage(UUID order, String stage) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Shop.card(order).getString("stage")).isEqualTo(stage));
    }

    private <T> void fulfillment(EventType<T> type, UUID order, T fact) {
        others.publish("fulfillment-service", type, order, fact);
    }

    /** The goods lie on the shelf; the customer is told, comes and takes them. */
    private void goodsAreTaken(UUID order) {
        fulfillment(
                EventTypes.GOODS_RESERVED,
                order,
                new GoodsReserved("WAW-CENTRUM", true, List.of(), null, clock.instant()));
        fulfillment(EventTypes.GATE_OPENED, order, new GateOpened(Gate.GOODS_AT_PICKUP_POINT, clock.instant()));
        fulfillment(EventTypes.READY_FOR_PICKUP, order, ready());
        awaitStage(order, "READY");
        assertThat(Shop.card(order).getBoolean("open")).isTrue();

        fulfillment(
                EventTypes.GOODS_HANDED_OVER,
                order,
                new GoodsHandedOver("WAW-CENTRUM", "counter:olga", clock.instant()));
        awaitStage(order, "COMPLETED");
        JsonPath card = Shop.card(order);
        assertThat(card.getBoolean("open")).isFalse();
        assertThat(card.getList("promises.findAll { it.owner == 'order-service' }.outlook"))
                .doesNotContain("ON_TRACK", "AT_RISK", "MISSED", "WAITING");
    }

    private ReadyForPickup ready() {
        return new ReadyForPickup("WAW-CENTRUM", 1, List.of(), clock.instant());
    }

    @Test
    void an_order_that_is_paid_at_the_counter_is_confirmed_by_a_call() {
        UUID order = Shop.place("ON_PICKUP");
        assertThat(Shop.card(order).getString("nextStep.kind")).isEqualTo("CONFIRMATION_CALL");

        Shop.confirm(order);
        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("CONFIRMED");
        assertThat(card.getList("gates.gate")).containsExactly("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT");

        goodsAreTaken(order);
    }

    @Test
    void an_order_that_was_paid_before_is_confirmed_by_the_payment() {
        String number = Shop.newOrderNumber();
        Shop.post(Shop.order(number, "PREPAID"))
                .then()
                .statusCode(201)
                .body("order.state", equalTo("CONFIRMED"))
                .body("order.confirmedBy", equalTo("payment"))
                .body("promises.kind", equalTo(List.of("NEXT_UPDATE")));
        UUID order =
                Shop.as("care").get("/api/v1/journeys/" + number).jsonPath().getUUID("journeyId");
        JsonPath card = Shop.card(order);
        assertThat(card.getString("stage")).isEqualTo("CONFIRMED");
        assertThat(card.getList("gates.gate")).containsExactly("GOODS_AT_PICKUP_POINT");
        assertThat(card.getList("waitsFor.kind")).doesNotContain("CONFIRMATION_CALL");
        Shop.call(order, "\"v1\"", "{\"outcome\": \"REACHED\"}").then().statusCode(409);

        others.promise(
                "fulfillment-service",
                order,
                PromiseKind.PICKUP_READY,
                clock.instant().plus(Duration.ofDays(2)));
        others.publish(
                "notification-service",
                EventTypes.CUSTOMER_TOLD,
                order,
                new CustomerTold(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Channel.EMAIL,
                        List.of(NoticeSubject.ORDER_RECEIVED),
                        null,
                        clock.instant().plusSeconds(1)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Shop.card(order).getString("promises.find { it.kind == 'NEXT_UPDATE' }.outlook"))
                        .isEqualTo("KEPT"));

        goodsAreTaken(order);
    }

    @Test
    void an_order_in_parts_goes_on_after_the_first_part() {
        String number = Shop.newOrderNumber();
        Shop.post(Shop.order(number, "PREPAID").replaceFirst("\\{", "{\"inParts\": true, "))
                .then()
                .statusCode(201);
        UUID order =
                Shop.as("care").get("/api/v1/journeys/" + number).jsonPath().getUUID("journeyId");
        assertThat(log.of(order).get(0).dataAs(EventTypes.ORDER_PLACED).wishesParts())
                .isTrue();
        fulfillment(EventTypes.GATE_OPENED, order, new GateOpened(Gate.GOODS_AT_PICKUP_POINT, clock.instant()));
        fulfillment(EventTypes.READY_FOR_PICKUP, order, ready());
        awaitStage(order, "READY");

        fulfillment(
                EventTypes.PART_HANDED_OVER,
                order,
                new PartHandedOver(
                        "WAW-CENTRUM",
                        1,
                        List.of(new PartLine("PHN-NOVA-X5", "Nova X5", 1)),
                        "counter:olga",
                        clock.instant()));

        awaitStage(order, "CONFIRMED");
        assertThat(Shop.card(order).getBoolean("open")).isTrue();
        assertThat(Shop.card(order).getString("location.goods")).isEqualTo("ON_THE_WAY");
        goodsAreTaken(order);
    }

    @Test
    void sales_owes_no_call_about_an_order_that_is_paid() {
        UUID order = Shop.place("PREPAID");

        assertThat(Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().<String>get("callDueAt"))
                .isNull();
    }
}
