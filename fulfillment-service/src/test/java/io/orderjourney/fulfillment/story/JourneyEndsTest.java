package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Journeys that do not end with a hand-over, or nearly so. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class JourneyEndsTest {

    private static final UUID APPLICATION = UUID.randomUUID();

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void the_goods_of_a_cancelled_order_go_to_who_waits_next() {
        ApiClient.stock(sku, 1);
        UUID cancelled = invited(shop.place(PaymentMethod.ON_PICKUP, sku, 1));
        UUID waiting = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        UUID last = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        UUID purchase = ApiClient.purchase(sku, 1, shop.now().plus(Duration.ofDays(5)));
        assertThat(shop.promise(waiting, STOCK_ARRIVAL).isOpen()).isTrue();

        end(cancelled, JourneyEnd.CANCELLED_BY_CUSTOMER);

        shop.awaitFact(waiting, EventTypes.STOCK_ARRIVED, 1);
        assertThat(shop.promise(waiting, STOCK_ARRIVAL).keptAt()).isNotNull();
        ApiClient.COUNTER.get("/api/v1/pickups/" + waiting).body("lines[0].onShelf", equalTo(1));
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + last)
                .body("lines[0].expected.purchaseOrderId", contains(purchase.toString()));
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].onHand", equalTo(1))
                .body("items[0].reserved", equalTo(1));
        assertThat(shop.open(cancelled)).isEmpty();
        assertThat(shop.promise(cancelled, PICKUP_SLOT).withdrawnAt()).isNotNull();
        assertThat(shop.facts(cancelled, EventTypes.READINESS_WITHDRAWN))
                .as("nobody is on the way to a cancelled order")
                .isEmpty();
        requireClosed(cancelled, "CANCELLED_BY_CUSTOMER");

        // What comes later for the shelf is not for the cancelled order.
        ApiClient.stock(sku, 5);
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + cancelled)
                .body("end", equalTo("CANCELLED_BY_CUSTOMER"))
                .body("lines[0].onShelf", equalTo(0));
    }

    @Test
    void an_end_after_the_hand_over_releases_nothing() {
        ApiClient.stock(sku, 2);
        UUID order = invited(shop.place(PaymentMethod.ON_PICKUP, sku, 1));
        ApiClient.handOver(order).statusCode(200);
        UUID other = invited(shop.place(PaymentMethod.ON_PICKUP, sku, 1));

        end(order, JourneyEnd.CANCELLED_BY_SHOP);
        end(other, JourneyEnd.COMPLETED);
        settle();

        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("end", equalTo(null));
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].onHand", equalTo(1))
                .body("items[0].reserved", equalTo(1));
    }

    @Test
    void a_refused_credit_keeps_the_goods_and_paying_at_the_counter_promises_again() {
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        Promise first = shop.promise(order, PICKUP_READY);
        UUID behind = shop.place(PaymentMethod.ON_PICKUP, sku, 1);

        broker.publish(EventTypes.CREDIT_REFUSED, order, new CreditRefused(APPLICATION, "first-bank", shop.now()));

        shop.awaitFact(order, EventTypes.PROMISE_WITHDRAWN, 1);
        assertThat(shop.open(order)).isEmpty();
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .body("creditRefused", equalTo(true))
                .body("lines[0].onShelf", equalTo(1));
        ApiClient.COUNTER.get("/api/v1/pickups/" + behind).body("lines[0].onShelf", equalTo(0));
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.GATE_OPENED, 2);
        assertThat(shop.open(order)).as("no gate brings a promise back").isEmpty();

        broker.publish(EventTypes.PAYMENT_CHANGED, order, new PaymentChanged(PaymentMethod.ON_PICKUP, shop.now()));

        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .body("payment", equalTo("ON_PICKUP"))
                .body("creditRefused", equalTo(false))
                .body("gates.gate", contains("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT"))
                .body("gates.open", contains(true, true));
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(PICKUP_READY, PICKUP_SLOT);
        assertThat(shop.promise(order, PICKUP_READY).id()).isNotEqualTo(first.id());
        ApiClient.handOver(order).statusCode(200);
    }

    @Test
    void a_credit_that_is_approved_after_all_goes_on_as_at_the_beginning() {
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.CREDIT, sku, 1);
        shop.confirm(order);
        broker.publish(EventTypes.CREDIT_REFUSED, order, new CreditRefused(APPLICATION, "first-bank", shop.now()));
        shop.awaitFact(order, EventTypes.PROMISE_WITHDRAWN, 1);

        broker.publish(
                EventTypes.CREDIT_APPROVED,
                order,
                new CreditApproved(APPLICATION, "first-bank", new Money(199_900, "PLN"), shop.now()));

        shop.awaitFact(order, EventTypes.PROMISE_MADE, 2);
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(PICKUP_READY);
        broker.publish(EventTypes.AGREEMENT_SIGNED, order, new AgreementSigned(APPLICATION, "ewa", shop.now()));
        broker.publish(
                EventTypes.BANK_PAPERS_CHECKED_IN,
                order,
                new BankPapersCheckedIn(APPLICATION, "credit:piotr", shop.now()));
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
    }

    @Test
    void a_refusal_before_its_order_is_not_lost() {
        ApiClient.stock(sku, 1);
        UUID order = UUID.randomUUID();
        broker.publish(EventTypes.CREDIT_REFUSED, order, new CreditRefused(APPLICATION, "first-bank", shop.now()));
        UUID marker = shop.place(PaymentMethod.CREDIT, Shop.freshSku("OTHER"), 1);
        for (int i = 0; i < 3; i++) {
            broker.publish(EventTypes.AGREEMENT_SIGNED, marker, new AgreementSigned(APPLICATION, "ewa", shop.now()));
        }
        shop.awaitFact(marker, EventTypes.GATE_OPENED, 1);

        broker.publish(EventTypes.ORDER_PLACED, order, shop.order(PaymentMethod.CREDIT, null, Shop.line(sku, 1)));

        shop.awaitFact(order, EventTypes.GATE_OPENED, 1);
        assertThat(shop.promises(order)).isEmpty();
        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("creditRefused", equalTo(true));
    }

    @Test
    void goods_that_are_not_collected_wait_for_the_customer_longer_once_and_go_back() {
        ApiClient.stock(sku, 1);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        assertThat(shop.promise(order, PICKUP_READY).waitsFor()).containsExactly(CONFIRMATION_CALL);
        extend(order).statusCode(409).body("detail", containsString("not told yet"));
        invited(order);

        CustomerTurn turn = turn(order);
        assertThat(turn.reason()).isEqualTo(WaitingReason.COLLECTION);
        assertThat(turn.untilAt())
                .isAfterOrEqualTo(shop.promise(order, PICKUP_SLOT).dueAt());

        extend(order).statusCode(200).body("promises[0].waiting.reason", equalTo("COLLECTION"));
        assertThat(turn(order).untilAt()).isAfter(turn.untilAt());
        assertThat(shop.facts(order, EventTypes.PROMISE_PAUSED)).hasSize(2);
        extend(order).statusCode(409).body("detail", containsString("extended once"));

        end(order, JourneyEnd.NOT_COLLECTED);
        Shop.await(() -> shop.open(order).isEmpty());
        requireClosed(order, "NOT_COLLECTED");
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .body("items[0].onHand", equalTo(1))
                .body("items[0].reserved", equalTo(0));
    }

    @Test
    void an_agreed_hour_ends_the_waiting_and_is_moved_instead_of_extended() {
        ApiClient.stock(sku, 1);
        UUID order = invited(shop.place(PaymentMethod.ON_PICKUP, sku, 1));
        assertThat(shop.promise(order, PICKUP_SLOT).isWaiting()).isTrue();

        agree(order).statusCode(200);

        assertThat(shop.promise(order, PICKUP_SLOT).isWaiting()).isFalse();
        extend(order).statusCode(409).body("detail", containsString("agree on a later time"));
    }

    private UUID invited(UUID order) {
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        shop.awaitInvited(order);
        return order;
    }

    private void end(UUID order, JourneyEnd end) {
        broker.publish(EventTypes.JOURNEY_ENDED, order, new JourneyEnded(end, shop.now()));
    }

    private CustomerTurn turn(UUID order) {
        return Objects.requireNonNull(shop.promise(order, PICKUP_SLOT).turn());
    }

    private void requireClosed(UUID order, String end) {
        ApiClient.COUNTER
                .get("/api/v1/pickups/" + order)
                .body("end", equalTo(end))
                .body("promises", empty());
        ApiClient.handOver(order).statusCode(409).body("detail", containsString(end));
        agree(order).statusCode(409).body("detail", containsString(end));
        extend(order).statusCode(409).body("detail", containsString(end));
        String gates = "/api/v1/pickups/" + order + "/gates/ORDER_CONFIRMED/";
        ApiClient.COUNTER
                .post(gates + "closures", "{\"reason\": \"doubt\"}")
                .statusCode(409)
                .body("detail", containsString(end));
        ApiClient.COUNTER
                .post(gates + "openings", "{\"evidence\": \"sure\"}")
                .statusCode(409)
                .body("detail", containsString(end));
    }

    private io.restassured.response.ValidatableResponse agree(UUID order) {
        return ApiClient.STOREFRONT.post(
                "/api/v1/pickups/" + order + "/slot",
                "{\"startsAt\": \"" + shop.now().plus(Duration.ofMinutes(30)) + "\"}");
    }

    private static io.restassured.response.ValidatableResponse extend(UUID order) {
        return ApiClient.STOREFRONT.post("/api/v1/pickups/" + order + "/storage-extensions", "{}");
    }

    /** Later orders go through the same partitions; what was sent before them has been read when they are known. */
    private void settle() {
        for (int i = 0; i < 8; i++) {
            shop.place(PaymentMethod.ON_PICKUP, Shop.freshSku("MARKER"), 1);
        }
    }
}
