package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.fulfillment.pickup.GateBoard;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.usecase.AcceptOrder;
import io.orderjourney.fulfillment.pickup.usecase.ApplyGateEvent;
import io.orderjourney.fulfillment.pickup.usecase.HandOverHandler;
import io.orderjourney.fulfillment.pickup.usecase.OnNoticeDelivered;
import io.orderjourney.fulfillment.pickup.usecase.OverrideGateHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days at the counter: whatever happens, in whatever order, what must stay true stays true. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class InvariantsTest {

    private static final int STEPS = 60;
    private static final Trigger SOMEBODY = Trigger.of("counter:ola");

    @Inject
    Shop shop;

    @Inject
    AcceptOrder acceptOrder;

    @Inject
    ApplyGateEvent gates;

    @Inject
    OverrideGateHandler overrideGate;

    @Inject
    OnNoticeDelivered onDelivered;

    @Inject
    HandOverHandler handOver;

    @Inject
    CurrentTerms terms;

    @Inject
    EntityManager rows;

    private final List<UUID> orders = new ArrayList<>();
    private final Set<UUID> handedOver = new HashSet<>();
    private final Set<UUID> onCredit = new HashSet<>();
    private final List<UUID> purchases = new ArrayList<>();
    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_day_at_the_counter(long seed) {
        Random random = new Random(seed);
        ApiClient.stock(sku, 2);
        for (int step = 0; step < STEPS; step++) {
            act(random);
            no_customer_waits_without_a_promise();
            no_piece_is_allocated_twice();
        }
        orders.forEach(this::ready_was_said_only_while_every_gate_was_open);
        assertThat(orders.stream()
                        .mapToInt(order ->
                                shop.facts(order, EventTypes.READY_FOR_PICKUP).size()))
                .as("the days are eventful enough to show something")
                .anyMatch(count -> count > 0);
    }

    private void act(Random random) {
        int what = random.nextInt(12);
        if (orders.isEmpty() || what == 0) {
            place(random.nextBoolean() ? PaymentMethod.CREDIT : PaymentMethod.ON_PICKUP, 1 + random.nextInt(2));
            return;
        }
        UUID order = orders.get(random.nextInt(orders.size()));
        Gate gate = Gate.values()[random.nextInt(Gate.values().length)];
        switch (what) {
            case 1 ->
                purchases.add(ApiClient.purchase(
                        sku,
                        1 + random.nextInt(3),
                        shop.now().plus(Duration.ofDays(1 + random.nextInt(5))).truncatedTo(ChronoUnit.SECONDS)));
            case 2 -> arrive(random);
            case 3 -> eta(random);
            case 4 -> refusable(() -> overrideGate.close(order, gate, "doubt", anyVersion -> {}, SOMEBODY));
            case 5 -> refusable(() -> overrideGate.open(order, gate, "seen", anyVersion -> {}, SOMEBODY));
            case 6, 7 ->
                inTransaction(() ->
                        onDelivered.delivered(order, UUID.randomUUID(), 1 + random.nextInt(2), shop.now(), SOMEBODY));
            case 8 ->
                refusable(() -> {
                    handOver.handOver(order, false, version -> {}, SOMEBODY);
                    handedOver.add(order);
                });
            default -> fact(order, gate);
        }
    }

    private void place(PaymentMethod payment, int quantity) {
        UUID order = UUID.randomUUID();
        inTransaction(() -> acceptOrder.accept(
                order,
                shop.order(payment, null, Shop.line(sku, quantity)),
                Trigger.of("/order-service", UUID.randomUUID())));
        orders.add(order);
        if (payment == PaymentMethod.CREDIT) {
            onCredit.add(order);
        }
    }

    /** Goods open their gate by being there, never by a message. */
    private void fact(UUID order, Gate gate) {
        Gate other = gate == Gate.GOODS_AT_PICKUP_POINT ? Gate.ORDER_CONFIRMED : gate;
        inTransaction(() -> gates.opened(order, other, shop.now(), SOMEBODY));
    }

    private void arrive(Random random) {
        if (!purchases.isEmpty()) {
            ApiClient.arrive(purchases.get(random.nextInt(purchases.size())), sku, 1);
        }
    }

    private void eta(Random random) {
        if (!purchases.isEmpty()) {
            UUID purchase = purchases.get(random.nextInt(purchases.size()));
            int status = ApiClient.SUPPLIER
                    .put(
                            "/api/v1/purchase-orders/" + purchase + "/eta",
                            "{\"etaAt\": \"" + shop.now().plus(Duration.ofDays(1 + random.nextInt(9))) + "\"}")
                    .extract()
                    .statusCode();
            assertThat(status).isIn(200, 409);
        }
    }

    /** Invariant 1, and 2 for what was promised here: an open journey has an open promise, due inside the desk's hours. */
    private void no_customer_waits_without_a_promise() {
        for (UUID order : orders) {
            List<Promise> open = shop.open(order);
            assertThat(open.isEmpty())
                    .as("open promises of %s: %s", order, open)
                    .isEqualTo(handedOver.contains(order));
            open.forEach(
                    promise -> assertThat(terms.get().calendar(promise.desk()).covers(promise.dueAt()))
                            .as("%s is due at %s", promise.kind(), promise.dueAt())
                            .isTrue());
        }
    }

    private void no_piece_is_allocated_twice() {
        long reserved = number("select coalesce(sum(reserved), 0) from stock_level where sku = :sku");
        long kept = number("select coalesce(sum(l.on_shelf), 0) from reservation_line l join pickup p using (order_id)"
                + " where l.sku = :sku and p.handed_over_at is null");
        long overclaimed = number("select count(*) from purchase_order_line l where l.sku = :sku and"
                + " greatest(l.quantity - l.arrived, 0) < (select coalesce(sum(c.quantity), 0) from reservation_claim c"
                + " where c.purchase_order_id = l.purchase_order_id and c.sku = l.sku)");
        assertThat(reserved).as("what is reserved is what orders have").isEqualTo(kept);
        assertThat(overclaimed)
                .as("purchase orders that more is expected of than they bring")
                .isZero();
        assertThat(
                        number(
                                "select count(*) from stock_level where sku = :sku and on_hand > reserved"
                                        + " and exists (select 1 from reservation_line l where l.sku = :sku and l.on_shelf < l.quantity)"))
                .as("pieces are free while an order waits")
                .isZero();
    }

    /** Invariant 7, read from what was published: the facts alone must never say "ready" with a gate closed. */
    private void ready_was_said_only_while_every_gate_was_open(UUID order) {
        Set<Gate> all = GateBoard.gatesOf(onCredit.contains(order) ? PaymentMethod.CREDIT : PaymentMethod.ON_PICKUP);
        Set<Gate> open = EnumSet.noneOf(Gate.class);
        boolean said = false;
        for (RecordedEvent fact : shop.facts(order)) {
            if (fact.type().equals(EventTypes.GATE_OPENED.wireName())) {
                open.add(fact.dataAs(EventTypes.GATE_OPENED).gate());
            } else if (fact.type().equals(EventTypes.GATE_CLOSED.wireName())) {
                open.remove(fact.dataAs(EventTypes.GATE_CLOSED).gate());
            } else if (fact.type().equals(EventTypes.READY_FOR_PICKUP.wireName())) {
                ReadyForPickup ready = fact.dataAs(EventTypes.READY_FOR_PICKUP);
                assertThat(open)
                        .as("gates at readiness %s of %s", ready.readiness(), order)
                        .isEqualTo(all);
                said = true;
            } else if (fact.type().equals(EventTypes.READINESS_WITHDRAWN.wireName())) {
                assertThat(said).isTrue();
                assertThat(open).isNotEqualTo(all);
                said = false;
            } else if (fact.type().equals(EventTypes.GOODS_HANDED_OVER.wireName())) {
                assertThat(said).as("handed over what was not ready").isTrue();
            }
        }
        assertThat(said).as("what was said last is still true").isEqualTo(open.equals(all));
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) rows.createNativeQuery(sql)
                                .setParameter("sku", sku)
                                .getSingleResult())
                        .longValue());
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static void refusable(Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (Pickup.Refused | GatesClosed refused) {
            // A refusal is a result like another; what matters is what is true afterwards.
        }
    }
}
