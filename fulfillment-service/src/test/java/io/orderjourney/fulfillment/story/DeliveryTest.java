package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.DELIVERY;
import static io.orderjourney.contracts.PromiseKind.DISPATCH;
import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.CourierReport;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PackingCare;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.inbound.CourierReported;
import io.orderjourney.contracts.orders.CorrectionPromised;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that a courier brings, from the reservation to the customer's door, and back. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class DeliveryTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    private final Map<UUID, UUID> customers = new HashMap<>();
    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void a_parcel_is_promised_dispatched_and_delivered() {
        UUID order = onTheShelf();
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactlyInAnyOrder(DISPATCH, DELIVERY);
        assertThat(shop.promise(order, DELIVERY).dueAt())
                .isAfter(shop.promise(order, DISPATCH).dueAt());
        assertThat(shop.promise(order, DELIVERY).waitsFor()).containsExactly(DISPATCH);
        ApiClient.WAREHOUSE
                .get("/api/v1/parcels/" + order)
                .body("stage", equalTo("PREPARING"))
                .body("recipient.street", equalTo("ul. Prosta 7"));
        ApiClient.STOREFRONT.get("/api/v1/parcels/" + order).body("recipient", nullValue());

        ApiClient.parcel(order, "dispatch").statusCode(200).body("stage", equalTo("DISPATCHED"));

        assertThat(shop.promise(order, DISPATCH).keptAt()).isNotNull();
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(0));
        report(order, CourierReport.OUT_FOR_DELIVERY).body("stage", equalTo("OUT_FOR_DELIVERY"));
        report(order, CourierReport.DELIVERED)
                .statusCode(200)
                .body("stage", equalTo("DELIVERED"))
                .body("promises", hasSize(0));
        assertThat(shop.promise(order, DELIVERY).keptAt()).isNotNull();
        assertThat(shop.facts(order, EventTypes.PARCEL_DELIVERED)).hasSize(1);
        report(order, CourierReport.NOT_AT_HOME).statusCode(409).body("detail", containsString("DELIVERED"));
    }

    @Test
    void a_parcel_stays_until_its_packer_did_what_was_promised_after_a_complaint() {
        UUID order = onTheShelf();
        UUID correction = UUID.randomUUID();
        UUID customer = Objects.requireNonNull(customers.get(order));
        broker.publish(
                EventTypes.CORRECTION_PROMISED,
                UUID.randomUUID(),
                new CorrectionPromised(correction, customer, PackingCare.MARK_BOX, shop.now()));
        String corrections = "/api/v1/parcels/" + order + "/corrections";
        Shop.await(() -> !ApiClient.WAREHOUSE
                .get(corrections)
                .extract()
                .jsonPath()
                .getList("items")
                .isEmpty());

        ApiClient.parcel(order, "dispatch").statusCode(409).body("code", equalTo("packing-promise-open"));
        ApiClient.WAREHOUSE
                .post(corrections + "/" + UUID.randomUUID() + "/completion", "{}")
                .statusCode(404);
        assertThat(shop.facts(order, EventTypes.CORRECTION_MADE)).isEmpty();

        ApiClient.WAREHOUSE
                .post(corrections + "/" + correction + "/completion", "{}")
                .statusCode(200)
                .body("items", hasSize(0));
        ApiClient.parcel(order, "dispatch").statusCode(200).body("stage", equalTo("DISPATCHED"));
        assertThat(shop.facts(order, EventTypes.CORRECTION_MADE)).hasSize(1);
    }

    @Test
    void a_parcel_without_an_address_or_goods_stays() {
        ApiClient.stock(sku, 1);
        UUID order = place();
        ApiClient.parcel(order, "dispatch").statusCode(409).body("detail", containsString("address"));

        UUID next = addressed(place());
        assertThat(shop.open(next)).extracting(Promise::kind).containsExactly(NEXT_UPDATE);
        ApiClient.parcel(next, "dispatch").statusCode(409).body("detail", containsString("not all goods"));
    }

    @Test
    void goods_that_are_expected_move_the_dispatch_and_with_it_the_delivery() {
        Instant etaAt = in(4);
        ApiClient.purchase(sku, 1, etaAt);
        UUID order = place();

        assertThat(Objects.requireNonNull(shop.promise(order, DISPATCH).estimate())
                        .expectedAt())
                .isEqualTo(etaAt);
        assertThat(shop.promise(order, DISPATCH).dueAt()).isAfter(etaAt);
        assertThat(shop.promise(order, DELIVERY).dueAt())
                .isAfter(shop.promise(order, DISPATCH).dueAt());
    }

    @Test
    void a_couriers_eta_is_an_estimate_and_an_overtaken_one_changes_nothing() {
        UUID order = dispatched();
        Instant etaAt = in(3);
        eta(order, etaAt, shop.now()).statusCode(200);
        eta(order, in(2), shop.now().minusSeconds(60)).statusCode(200);

        Promise delivery = shop.promise(order, DELIVERY);
        assertThat(Objects.requireNonNull(delivery.estimate()).expectedAt()).isEqualTo(etaAt);
        assertThat(delivery.revision()).isZero();
        eta(order, in(400), shop.now()).statusCode(422).body("errors[0].pointer", equalTo("/etaAt"));
    }

    @Test
    void only_the_couriers_own_signature_moves_a_parcel() {
        UUID order = dispatched();
        String body = body(CourierReport.DELIVERED);
        ApiClient.SUPPLIER.post("/api/v1/parcels/" + order + "/reports", body).statusCode(401);
        ApiClient.WAREHOUSE.post("/api/v1/parcels/" + order + "/reports", body).statusCode(403);
        ApiClient.COURIER.post("/api/v1/parcels/" + order + "/dispatch", "{}").statusCode(403);
        ApiClient.STOREFRONT.get("/api/v1/parcels/" + order).body("stage", equalTo("DISPATCHED"));
    }

    @Test
    void a_missed_attempt_is_the_customers_turn_until_the_courier_comes_again() {
        UUID order = dispatched();
        report(order, CourierReport.NOT_AT_HOME).statusCode(200).body("attempts", equalTo(1));

        Promise waiting = shop.promise(order, DELIVERY);
        assertThat(Objects.requireNonNull(waiting.turn()).reason()).isEqualTo(WaitingReason.NOT_AT_HOME);
        eta(order, in(3), shop.now()).statusCode(200);

        Promise again = shop.promise(order, DELIVERY);
        assertThat(again.isWaiting()).isFalse();
        assertThat(again.dueAt()).isAfter(in(3));
        report(order, CourierReport.DELIVERED).statusCode(200);
        assertThat(shop.promise(order, DELIVERY).keptAt()).isNotNull();
    }

    @Test
    void a_parcel_for_which_no_other_day_was_chosen_comes_back() {
        UUID order = dispatched();
        report(order, CourierReport.NOT_AT_HOME);
        Promise waiting = shop.promise(order, DELIVERY);
        broker.publish(
                EventTypes.WAITING_EXPIRED,
                order,
                new WaitingExpired(
                        waiting.id(),
                        DELIVERY,
                        WaitingReason.NOT_AT_HOME,
                        Objects.requireNonNull(waiting.turn()).untilAt()));
        shop.awaitFact(order, EventTypes.PARCEL_RECALLED, 1);
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactly(NEXT_UPDATE);

        broker.report(
                EventTypes.COURIER_REPORTED,
                order.toString(),
                new CourierReported(order, CourierReport.BROUGHT_BACK, null, shop.now()));
        shop.awaitFact(order, EventTypes.PARCEL_BROUGHT_BACK, 1);
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(0));
        ApiClient.parcel(order, "check-in").statusCode(200).body("stage", equalTo("RETURNED"));

        assertThat(shop.facts(order, EventTypes.PARCEL_RETURNED)).hasSize(1);
        assertThat(shop.open(order)).isEmpty();
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(1));
    }

    @Test
    void an_order_cancelled_before_the_dispatch_frees_its_goods_and_later_calls_its_parcel_back() {
        UUID before = onTheShelf();
        UUID waiting = shop.place(PaymentMethod.PREPAID, sku, 1);
        cancel(before);
        shop.awaitFact(waiting, EventTypes.READY_FOR_PICKUP, 1);
        assertThat(shop.open(before)).isEmpty();
        ApiClient.parcel(before, "dispatch").statusCode(409).body("detail", containsString("CANCELLED"));

        sku = Shop.freshSku("PHONE");
        UUID after = dispatched();
        UUID next = shop.place(PaymentMethod.PREPAID, sku, 1);
        cancel(after);
        shop.awaitFact(after, EventTypes.PARCEL_RECALLED, 1);
        assertThat(shop.open(after)).isEmpty();
        ApiClient.parcel(after, "check-in").statusCode(200);
        shop.awaitFact(next, EventTypes.READY_FOR_PICKUP, 1);
        assertThat(shop.promise(next, PICKUP_READY).isOpen()).isTrue();
    }

    @Test
    void the_warehouse_reads_the_label_and_sends_the_parcel_with_one_button() {
        Clerk marek = Clerk.of("warehouse", "WAREHOUSE", null, "en");
        UUID order = onTheShelf();
        assertThat(marek.panel(order))
                .contains("Jan Nowak", "ul. Prosta 7, 00-850 Warszawa, PL", "to be packed", "Handed to the courier");
        assertThat(marek.act(order, "dispatch", Map.of())).contains("The parcel is with the courier.");

        report(order, CourierReport.BROUGHT_BACK).statusCode(200);
        assertThat(marek.act(order, "check-in", Map.of())).contains("Checked in");
        ApiClient.WAREHOUSE.get("/api/v1/parcels/" + order).body("stage", equalTo("RETURNED"));
        UUID unaddressed = place();
        assertThat(marek.panel(unaddressed)).contains("to be packed").doesNotContain("ul. Prosta");
    }

    private UUID onTheShelf() {
        ApiClient.stock(sku, 1);
        return addressed(place());
    }

    private UUID dispatched() {
        UUID order = onTheShelf();
        ApiClient.parcel(order, "dispatch").statusCode(200);
        return order;
    }

    private UUID place() {
        OrderPlaced order = shop.delivery(sku);
        UUID orderId = shop.place(order);
        customers.put(orderId, order.customerId());
        return orderId;
    }

    /** The customer's contact comes with the address of this order. */
    private UUID addressed(UUID orderId) {
        UUID customerId = Objects.requireNonNull(customers.get(orderId));
        broker.state(
                EventTypes.CONTACT_CHANGED,
                customerId.toString(),
                new CustomerContact(
                                customerId, "Jan Nowak", "jan@example.com", "+48600100200", "en", Channel.EMAIL, null)
                        .delivering(List.of(new DeliveryAddress(orderId, "ul. Prosta 7", "00-850", "Warszawa", "PL"))));
        Shop.await(() -> shop.isKnown(customerId));
        return orderId;
    }

    private void cancel(UUID orderId) {
        broker.publish(
                EventTypes.JOURNEY_ENDED, orderId, new JourneyEnded(JourneyEnd.CANCELLED_BY_CUSTOMER, shop.now()));
        Shop.await(() -> shop.open(orderId).isEmpty());
    }

    private ValidatableResponse report(UUID orderId, CourierReport report) {
        return ApiClient.COURIER.post("/api/v1/parcels/" + orderId + "/reports", body(report));
    }

    private String body(CourierReport report) {
        return "{\"report\": \"%s\", \"reportedAt\": \"%s\"}".formatted(report, shop.now());
    }

    private ValidatableResponse eta(UUID orderId, Instant etaAt, Instant reportedAt) {
        return ApiClient.COURIER.post(
                "/api/v1/parcels/" + orderId + "/reports",
                "{\"report\": \"ETA\", \"etaAt\": \"%s\", \"reportedAt\": \"%s\"}".formatted(etaAt, reportedAt));
    }

    private Instant in(int days) {
        return shop.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(11));
    }
}
