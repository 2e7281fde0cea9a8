package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.REST_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who ordered three phones wants it otherwise. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ChangedOrderTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    private String phone = "";
    private String box = "";

    @BeforeEach
    void two_articles_that_no_other_test_knows() {
        shop.openTheCounter();
        phone = Shop.freshSku("PHONE");
        box = Shop.freshSku("CASE");
    }

    @Test
    void pieces_that_are_not_wanted_any_more_go_to_who_waits_next() {
        ApiClient.stock(phone, 3);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, phone, 3);
        UUID waiting = shop.place(PaymentMethod.ON_PICKUP, phone, 2);

        change(order, Shop.line(phone, 1));

        shop.awaitFact(waiting, EventTypes.STOCK_ARRIVED, 1);
        ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + phone)
                .body("items[0].onHand", equalTo(3))
                .body("items[0].reserved", equalTo(3));
        assertThat(shop.promises(order))
                .as("what was promised still holds")
                .allMatch(promise -> promise.revision() == 0);
    }

    @Test
    void who_wants_more_queues_for_it_behind_those_who_wait_and_keeps_what_they_have() {
        ApiClient.stock(phone, 1);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, phone, 1);
        UUID waiting = shop.place(PaymentMethod.ON_PICKUP, phone, 1);
        UUID purchase = ApiClient.purchase(phone, 1, shop.now().plus(Duration.ofDays(3)));
        shop.awaitFact(waiting, EventTypes.GOODS_RESERVED, 2);
        Instant promised = shop.promise(order, PICKUP_READY).dueAt();

        change(order, Shop.line(phone, 2));
        shop.awaitFact(order, EventTypes.GOODS_RESERVED, 2);

        assertThat(shop.lastFact(order, EventTypes.GOODS_RESERVED).onShelf()).isFalse();
        assertThat(shop.open(order))
                .as("Nobody knows when the second one comes, so no day is promised any more")
                .extracting(Promise::kind)
                .containsExactly(NEXT_UPDATE);
        assertThat(promised).isNotNull();
        ApiClient.arrive(purchase, phone, 1);
        shop.awaitFact(waiting, EventTypes.STOCK_ARRIVED, 1);
        assertThat(shop.facts(order, EventTypes.STOCK_ARRIVED)).isEmpty();
    }

    @Test
    void a_day_that_added_goods_make_later_is_moved_once_as_the_customer_asked() {
        ApiClient.stock(phone, 1);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, phone, 1);
        shop.confirm(order);
        Promise before = shop.promise(order, PICKUP_READY);
        ApiClient.purchase(box, 1, shop.now().plus(Duration.ofDays(6)));

        change(order, Shop.line(phone, 1), new OrderLine(box, "Case", 1, new Money(10_000, "PLN")));
        shop.awaitFact(order, EventTypes.PROMISE_RESCHEDULED, 1);

        assertThat(shop.facts(order, EventTypes.PROMISE_RESCHEDULED))
                .as("One new date, and no slip of the shop's")
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.promiseId()).isEqualTo(before.id());
                    assertThat(moved.reason()).isEqualTo(ReasonCode.CUSTOMER_ASKED);
                    assertThat(moved.bySystem()).isFalse();
                    assertThat(moved.dueAt()).isAfter(shop.now().plus(Duration.ofDays(6)));
                });
        Promise after = shop.promise(order, PICKUP_READY);
        assertThat(after.firstPromisedAt()).isEqualTo(before.firstPromisedAt());
        assertThat(after.needsManager()).isFalse();
        assertThat(shop.open(order)).extracting(Promise::kind).contains(STOCK_ARRIVAL);

        change(order, Shop.line(phone, 1));
        shop.awaitFact(order, EventTypes.STOCK_ARRIVED, 1);
        assertThat(shop.open(order))
                .as("All that is wanted is here")
                .extracting(Promise::kind)
                .doesNotContain(STOCK_ARRIVAL);
        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("amountDue.amountMinor", equalTo(199_900));
    }

    @Test
    void a_part_that_is_left_out_is_not_waited_for() {
        ApiClient.stock(phone, 1);
        ApiClient.purchase(box, 1, shop.now().plus(Duration.ofDays(6)));
        UUID order = shop.place(shop.order(
                PaymentMethod.ON_PICKUP,
                null,
                Shop.line(phone, 1),
                new OrderLine(box, "Case", 1, new Money(10_000, "PLN"))));
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.GATE_OPENED, 1);
        assertThat(shop.lastFact(order, EventTypes.PARTS_CHANGED).coming()).hasSize(1);

        change(order, Shop.line(phone, 1));

        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        assertThat(shop.lastFact(order, EventTypes.PARTS_CHANGED).coming()).isEmpty();
    }

    @Test
    void a_change_that_comes_after_the_hand_over_changes_nothing() {
        ApiClient.stock(phone, 2);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, phone, 1);
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        ApiClient.handOver(order).statusCode(200);

        change(order, Shop.line(phone, 2));
        UUID later = shop.place(PaymentMethod.ON_PICKUP, phone, 1);

        assertThat(shop.lastFact(later, EventTypes.GOODS_RESERVED).onShelf())
                .as("the piece on the shelf is free")
                .isTrue();
    }

    @Test
    void a_parcel_that_has_not_left_follows_the_order() {
        ApiClient.stock(phone, 1);
        UUID order = shop.place(shop.delivery(phone));
        Promise dispatch = shop.promise(order, PromiseKind.DISPATCH);
        Promise delivery = shop.promise(order, PromiseKind.DELIVERY);
        ApiClient.purchase(box, 1, shop.now().plus(Duration.ofDays(6)));

        change(order, new OrderLine(box, "Case", 1, new Money(10_000, "PLN")));
        shop.awaitFact(order, EventTypes.PROMISE_RESCHEDULED, 2);

        assertThat(shop.facts(order, EventTypes.PROMISE_RESCHEDULED))
                .extracting(moved -> moved.promiseId())
                .containsExactly(dispatch.id(), delivery.id());
        assertThat(shop.facts(order, EventTypes.PROMISE_RESCHEDULED))
                .allMatch(moved -> moved.reason() == ReasonCode.CUSTOMER_ASKED);
        assertThat(shop.promise(order, PromiseKind.DELIVERY).dueAt())
                .isAfter(shop.promise(order, PromiseKind.DISPATCH).dueAt());
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + phone).body("items[0].reserved", equalTo(0));
    }

    @Test
    void a_part_that_nobody_collects_is_free_again_and_the_rest_keeps_its_day() {
        ApiClient.stock(phone, 1);
        UUID purchase = ApiClient.purchase(box, 1, shop.now().plus(Duration.ofDays(6)));
        OrderLine later = new OrderLine(box, "Case", 1, new Money(10_000, "PLN"));
        UUID order = shop.place(shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(phone, 1), later));
        shop.confirm(order);
        broker.publish(
                EventTypes.CUSTOMER_ANSWERED,
                order,
                new CustomerAnswered(UUID.randomUUID(), CustomerAnswer.IN_PARTS, null, shop.now()));
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        Shop.await(() -> !shop.promise(order, PICKUP_READY).isOpen());
        Instant dayOfTheRest = shop.promise(order, REST_READY).dueAt();

        change(order, ReasonCode.CUSTOMER_DID_NOT_COME, List.of(new LineChange(phone, "Phone", 1, 0)), later);

        Shop.await(() -> shop.open(order).stream().map(Promise::kind).toList().contains(PICKUP_READY));
        assertThat(shop.open(order)).extracting(Promise::kind).containsExactlyInAnyOrder(STOCK_ARRIVAL, PICKUP_READY);
        assertThat(shop.promise(order, PICKUP_READY).dueAt()).isEqualTo(dayOfTheRest);
        assertThat(shop.facts(order, EventTypes.READINESS_WITHDRAWN))
                .as("nobody is on the way for it")
                .isEmpty();
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + phone).body("items[0].reserved", equalTo(0));

        ApiClient.arrive(purchase, box, 1);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 2);
        shop.tellReady(order, 2);
        shop.awaitInvited(order);
        ApiClient.COUNTER.get("/api/v1/pickups/" + order).body("amountDue.amountMinor", equalTo(10_000));
        ApiClient.handOver(order).statusCode(200);
        assertThat(shop.facts(order, EventTypes.GOODS_HANDED_OVER)).hasSize(1);
    }

    private void change(UUID order, OrderLine... lines) {
        change(order, ReasonCode.CUSTOMER_ASKED, List.of(new LineChange("X", "X", 1, 0)), lines);
    }

    private void change(UUID order, ReasonCode reason, List<LineChange> changes, OrderLine... lines) {
        long total = List.of(lines).stream()
                .mapToLong(line -> line.quantity() * line.unitPrice().amountMinor())
                .sum();
        broker.publish(
                EventTypes.ORDER_CHANGED,
                order,
                new OrderChanged(
                        Shop.PICKUP_POINT,
                        List.of(lines),
                        new Money(total, "PLN"),
                        new Money(199_900, "PLN"),
                        reason,
                        changes,
                        shop.now()));
    }
}
