package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.BANK_PAPERS;
import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.contracts.orders.RestPaymentAgreed;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.fulfillment.pickup.usecase.ApplyGateEvent;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class OnCreditTest {

    private static final UUID APPLICATION = UUID.randomUUID();

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    ApplyGateEvent gates;

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
    }

    @Test
    void four_gates_open_in_any_order_and_only_the_last_one_says_ready() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        Promise ready = shop.promise(order, PICKUP_READY);
        assertThat(ready.waitsFor()).containsExactly(CONFIRMATION_CALL, BANK_PAPERS);

        sign(order);
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.GATE_OPENED, 3);
        assertThat(shop.facts(order, EventTypes.READY_FOR_PICKUP)).isEmpty();
        checkPapersIn(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);

        assertThat(shop.lastFact(order, EventTypes.READY_FOR_PICKUP).gates())
                .extracting(gate -> gate.gate())
                .containsExactly(Gate.values());
    }

    @Test
    void a_credit_below_the_price_leaves_a_rest_that_is_paid_before_the_hand_over() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        broker.publish(
                EventTypes.REST_PAYMENT_AGREED, order, new RestPaymentAgreed(new Money(50_000, "PLN"), shop.now()));
        sign(order);
        shop.confirm(order);
        checkPapersIn(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("amountDue.amountMinor", equalTo(50_000));

        handOver(order, "{}")
                .statusCode(409)
                .body("code", equalTo("rest-not-paid"))
                .body("amountMinor", equalTo(50_000));
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).isEmpty();

        handOver(order, "{\"restPaid\": true}").statusCode(200);
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
    }

    private static ValidatableResponse handOver(UUID order, String body) {
        String etag =
                ApiClient.COUNTER.get("/api/v1/pickups/" + order).extract().header("ETag");
        return ApiClient.COUNTER
                .request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body(body)
                .post("/api/v1/pickups/" + order + "/hand-over")
                .then();
    }

    @Test
    void an_event_of_the_credit_desk_before_its_order_is_not_lost() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = UUID.randomUUID();
        sign(order);
        checkPapersIn(order);
        // Another order whose news is behind these on the same topic: when it is known, these were read.
        UUID other = shop.place(PaymentMethod.CREDIT, Shop.freshSku("OTHER"), 1);
        for (int i = 0; i < 3; i++) {
            sign(other);
        }
        shop.awaitFact(other, EventTypes.GATE_OPENED, 1);

        broker.publish(EventTypes.ORDER_PLACED, order, shop.order(PaymentMethod.CREDIT, null, Shop.line(sku, 1)));
        shop.awaitFact(order, EventTypes.GATE_OPENED, 3);
        assertThat(shop.facts(order, EventTypes.GATE_OPENED))
                .extracting(GateOpened::gate)
                .containsExactlyInAnyOrder(Gate.GOODS_AT_PICKUP_POINT, Gate.AGREEMENT_SIGNED, Gate.BANK_PAPERS);
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
    }

    @Test
    void papers_that_came_and_got_lost_before_the_order_open_no_gate() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = UUID.randomUUID();
        Trigger credit = Trigger.of("credit-service");
        gates.opened(order, Gate.AGREEMENT_SIGNED, shop.now(), credit);
        gates.opened(order, Gate.BANK_PAPERS, shop.now(), credit);
        gates.doubted(order, Gate.BANK_PAPERS, "the papers are being searched for", credit);

        broker.publish(EventTypes.ORDER_PLACED, order, shop.order(PaymentMethod.CREDIT, null, Shop.line(sku, 1)));
        shop.confirm(order);

        shop.awaitFact(order, EventTypes.GATE_OPENED, 3);
        assertThat(shop.facts(order, EventTypes.GATE_OPENED))
                .extracting(GateOpened::gate)
                .containsExactlyInAnyOrder(Gate.GOODS_AT_PICKUP_POINT, Gate.AGREEMENT_SIGNED, Gate.ORDER_CONFIRMED);
        checkPapersIn(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
    }

    @Test
    void papers_that_are_searched_for_close_their_gate_and_stop_the_customer() {
        UUID order = ready();
        broker.publish(
                EventTypes.BANK_PAPERS_SEARCH_STARTED,
                order,
                new BankPapersSearchStarted(APPLICATION, "credit:piotr", "reception", shop.now()));
        shop.awaitFact(order, EventTypes.READINESS_WITHDRAWN, 1);

        assertThat(shop.lastFact(order, EventTypes.GATE_CLOSED))
                .extracting(GateClosed::gate)
                .isEqualTo(Gate.BANK_PAPERS);
        ApiClient.handOver(order).statusCode(409).body("closedGates", contains("BANK_PAPERS"));
        checkPapersIn(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 2);
        assertThat(shop.lastFact(order, EventTypes.READY_FOR_PICKUP).readiness())
                .isEqualTo(2);
    }

    @Test
    void papers_that_the_counter_finds_missing_are_found_by_credit_only() {
        UUID order = ready();
        String gate = "/api/v1/pickups/" + order + "/gates/BANK_PAPERS/";
        ApiClient.COUNTER
                .post(gate + "closures", "{\"reason\": \"not in the folder\"}")
                .statusCode(200)
                .body("ready", equalTo(false));

        ApiClient.COUNTER
                .post(gate + "openings", "{\"evidence\": \"found them\"}")
                .statusCode(409)
                .body("detail", containsString("belongs to CREDIT and is closed (not in the folder)"));

        checkPapersIn(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 2);
    }

    @Test
    void the_offered_day_is_promised_even_if_it_will_not_hold() {
        String sku = Shop.freshSku("PHONE");
        Instant eta = shop.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.MILLIS);
        UUID purchase = ApiClient.purchase(sku, 1, eta);
        Instant offered = shop.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        UUID order = shop.place(shop.order(
                PaymentMethod.CREDIT,
                new PickupOffer(UUID.randomUUID(), offered, Precision.END_OF_DAY, shop.now()),
                Shop.line(sku, 1)));

        assertThat(shop.promise(order, PICKUP_READY)).satisfies(ready -> {
            assertThat(ready.firstPromisedAt()).isEqualTo(offered);
            assertThat(ready.waitsFor()).containsExactly(CONFIRMATION_CALL, STOCK_ARRIVAL, BANK_PAPERS);
        });
        Promise arrival = shop.promise(order, STOCK_ARRIVAL);
        assertThat(arrival.desk()).isEqualTo(Desk.WAREHOUSE);
        assertThat(arrival.dueAt()).isAfter(eta);
        assertThat(arrival.estimate()).isNotNull();
        assertThat(arrival.estimate().expectedAt()).isEqualTo(eta);
        GoodsReserved reserved = shop.lastFact(order, EventTypes.GOODS_RESERVED);
        assertThat(reserved.onShelf()).isFalse();
        assertThat(reserved.purchaseOrderIds()).containsExactly(purchase);
        assertThat(reserved.expectedAt()).isEqualTo(eta);
    }

    @Test
    void a_slip_that_the_watch_forecasts_is_rescheduled_by_policy_at_once() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        Promise ready = shop.promise(order, PICKUP_READY);
        Instant proposed = ready.dueAt().plus(Duration.ofDays(7));
        broker.publish(
                EventTypes.PROMISE_AT_RISK,
                order,
                new PromiseAtRisk(
                        ready.id(),
                        PICKUP_READY,
                        Desk.PICKUP_POINT,
                        0,
                        EscalationLevel.FORESEEN,
                        RiskCause.EARLIER_STEP,
                        ready.dueAt(),
                        proposed.minus(Duration.ofHours(2)),
                        proposed,
                        shop.now()));
        shop.awaitFact(order, EventTypes.PROMISE_RESCHEDULED, 1);

        assertThat(shop.promise(order, PICKUP_READY)).satisfies(rescheduled -> {
            assertThat(rescheduled.dueAt()).isEqualTo(proposed);
            assertThat(rescheduled.firstPromisedAt()).as("never changes").isEqualTo(ready.firstPromisedAt());
            assertThat(rescheduled.deskReschedules()).isZero();
        });
    }

    @Test
    void goods_of_unknown_source_get_a_next_update_and_a_day_once_ordered() {
        String sku = Shop.freshSku("PHONE");
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(NEXT_UPDATE);
        assertThat(shop.promise(order, NEXT_UPDATE).desk()).isEqualTo(Desk.WAREHOUSE);
        deliverNotice(order);

        ApiClient.purchase(sku, 1, shop.now().plus(Duration.ofDays(3)));

        assertThat(shop.open(order))
                .extracting(Promise::kind)
                .as("the next update stays promised until it is given")
                .containsExactlyInAnyOrder(NEXT_UPDATE, STOCK_ARRIVAL, PICKUP_READY);
        UUID notice = deliverNotice(order);
        Shop.await(() -> !shop.promise(order, NEXT_UPDATE).isOpen());
        assertThat(shop.promise(order, NEXT_UPDATE).evidence()).contains(notice.toString());
    }

    private UUID ready() {
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        shop.confirm(order);
        sign(order);
        checkPapersIn(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("ready", equalTo(true));
        return order;
    }

    private void sign(UUID order) {
        broker.publish(EventTypes.AGREEMENT_SIGNED, order, new AgreementSigned(APPLICATION, "ewa", shop.now()));
    }

    private void checkPapersIn(UUID order) {
        broker.publish(
                EventTypes.BANK_PAPERS_CHECKED_IN,
                order,
                new BankPapersCheckedIn(APPLICATION, "credit:piotr", shop.now()));
    }

    private UUID deliverNotice(UUID order) {
        UUID notice = UUID.randomUUID();
        broker.publish(
                EventTypes.CUSTOMER_TOLD,
                order,
                new CustomerTold(
                        notice,
                        UUID.randomUUID(),
                        Channel.EMAIL,
                        List.of(NoticeSubject.ORDER_RECEIVED),
                        null,
                        shop.now()));
        return notice;
    }
}
