package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.fulfillment.pickup.LossReason;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ReadinessWithdrawnTest {

    @Inject
    Shop shop;

    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void a_gate_that_closes_after_the_notice_withdraws_the_slot_and_promises_a_new_day() {
        UUID order = invited(1);

        close(order, Gate.ORDER_CONFIRMED, "wrong customer was called").body("ready", equalTo(false));

        assertThat(shop.lastFact(order, EventTypes.READINESS_WITHDRAWN))
                .extracting(ReadinessWithdrawn::readiness, ReadinessWithdrawn::gate)
                .containsExactly(1, Gate.ORDER_CONFIRMED);
        assertThat(shop.promise(order, PICKUP_SLOT).withdrawnAt()).isNotNull();
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(PICKUP_READY);
        assertThat(shop.promises(order).stream()
                        .filter(promise -> promise.kind().equals(PICKUP_READY))
                        .toList())
                .as("the day that was kept stays kept")
                .hasSize(2);
        ApiClient.handOver(order).statusCode(409).body("closedGates", contains("ORDER_CONFIRMED"));
    }

    @Test
    void a_notice_of_a_withdrawn_readiness_keeps_nothing() {
        UUID order = ready(1);
        close(order, Gate.ORDER_CONFIRMED, "doubt").statusCode(200);
        shop.tellReady(order, 1);
        open(order, Gate.ORDER_CONFIRMED, "called again").statusCode(200).body("readiness", equalTo(2));
        shop.tellReady(order, 2);
        shop.awaitInvited(order);

        assertThat(shop.facts(order, EventTypes.PROMISE_KEPT)).hasSize(1);
        assertThat(shop.factTypes(order))
                .containsSubsequence(
                        "fulfillment.readiness-withdrawn.v1",
                        "fulfillment.ready-for-pickup.v1",
                        "promises.promise-kept.v1");
    }

    @Test
    void damaged_goods_leave_the_shelf_and_the_order_waits_for_the_supplier() {
        UUID order = invited(1);
        ApiClient.purchase(sku, 1, shop.now().plus(Duration.ofDays(2)));

        close(order, Gate.GOODS_AT_PICKUP_POINT, "display broken")
                .statusCode(200)
                .body("lines[0].onShelf", equalTo(0))
                .body("gates.find { it.gate == 'GOODS_AT_PICKUP_POINT' }.closeReason", equalTo("display broken"));

        assertThat(shop.open(order)).extracting(Promise::kind).containsExactlyInAnyOrder(STOCK_ARRIVAL, PICKUP_READY);
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(0));
        open(order, Gate.GOODS_AT_PICKUP_POINT, "looks fine to me")
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void goods_damaged_before_readiness_delay_the_promised_day() {
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        Instant arrival = shop.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        ApiClient.purchase(sku, 1, arrival);
        assertThat(shop.promise(order, PICKUP_READY).estimate()).isNull();

        close(order, Gate.GOODS_AT_PICKUP_POINT, "display broken").statusCode(200);

        assertThat(shop.promise(order, PICKUP_READY).estimate())
                .satisfies(estimate -> assertThat(estimate.expectedAt()).isEqualTo(arrival));
        ApiClient.stock(sku, 1);
        assertThat(shop.promise(order, PICKUP_READY).estimate())
                .as("another piece turns up")
                .isNull();
    }

    @Test
    void damaged_goods_without_a_replacement_leave_the_customer_a_promise() {
        UUID order = invited(1);

        close(order, Gate.GOODS_AT_PICKUP_POINT, "stolen").statusCode(200);

        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(NEXT_UPDATE);
        ApiClient.stock(sku, 1);
        assertThat(shop.facts(order, EventTypes.READY_FOR_PICKUP))
                .as("another piece turns up")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(LossReason.class)
    void goods_that_are_lost_in_any_way_after_ready_stop_the_customer_before_the_trip(LossReason reason) {
        UUID order = invited(1);

        ApiClient.COUNTER
                .post("/api/v1/pickups/" + order + "/losses", """
                        {"reason": "%s", "lines": [{"sku": "%s", "quantity": 1}]}
                        """.formatted(reason, sku))
                .statusCode(200)
                .body("ready", equalTo(false));

        assertThat(shop.facts(order, EventTypes.READINESS_WITHDRAWN)).hasSize(1);
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(NEXT_UPDATE);
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(0));
    }

    @Test
    void a_replacement_from_the_shelf_needs_an_inspection() {
        UUID order = invited(2);

        close(order, Gate.GOODS_AT_PICKUP_POINT, "display broken")
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("lines[0].onShelf", equalTo(1));
        assertThat(shop.facts(order, EventTypes.READINESS_WITHDRAWN)).hasSize(1);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].onHand", equalTo(1))
                .body("items[0].reserved", equalTo(1));

        open(order, Gate.GOODS_AT_PICKUP_POINT, "second phone is fine")
                .statusCode(200)
                .body("ready", equalTo(true))
                .body("readiness", equalTo(2));
    }

    @Test
    void a_gate_that_was_never_open_is_not_opened_by_hand() {
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);

        for (Gate gate : new Gate[] {Gate.ORDER_CONFIRMED, Gate.AGREEMENT_SIGNED, Gate.BANK_PAPERS}) {
            open(order, gate, "trust me").statusCode(409).body("code", equalTo("transition-not-allowed"));
        }
        close(order, Gate.BANK_PAPERS, "lost").statusCode(409);
        assertThat(shop.facts(order, EventTypes.GATE_OPENED)).hasSize(1);
        ApiClient.COUNTER
                .post("/api/v1/pickups/" + UUID.randomUUID() + "/gates/BANK_PAPERS/closures", "{\"reason\": \"lost\"}")
                .statusCode(404)
                .body("code", equalTo("pickup-not-found"));
    }

    private UUID ready(int onShelf) {
        ApiClient.stock(sku, onShelf);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        return order;
    }

    private UUID invited(int onShelf) {
        UUID order = ready(onShelf);
        shop.tellReady(order, 1);
        shop.awaitInvited(order);
        return order;
    }

    private static io.restassured.response.ValidatableResponse close(UUID order, Gate gate, String reason) {
        return ApiClient.COUNTER.post(
                "/api/v1/pickups/" + order + "/gates/" + gate + "/closures", "{\"reason\": \"" + reason + "\"}");
    }

    private static io.restassured.response.ValidatableResponse open(UUID order, Gate gate, String evidence) {
        return ApiClient.COUNTER.post(
                "/api/v1/pickups/" + order + "/gates/" + gate + "/openings", "{\"evidence\": \"" + evidence + "\"}");
    }
}
