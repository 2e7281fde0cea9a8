package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.contracts.promises.WaitingExpired;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A phone waits at the counter, and nobody comes for it. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PartNotCollectedStoryTest {

    private static final List<PartLine> PHONE = List.of(new PartLine("PHN-NOVA-X5", "Telefon Nova X5", 1));
    private static final List<PartLine> CASES = List.of(new PartLine("CAS-NOVA-X5", "Etui Nova X5", 2));

    @Inject
    DeliverTwice twice;

    @Inject
    BusinessClock clock;

    @Test
    void the_order_goes_on_with_the_part_that_still_comes() {
        UUID order = confirmed();
        parts(order, PHONE, CASES);
        UUID slot = invited(order);

        expire(order, slot);

        JsonPath card = Shop.card(order);
        assertThat(card.getBoolean("open")).isTrue();
        assertThat(card.getList("timeline.text", String.class))
                .containsOnlyOnce(
                        "A part was not collected in time and is free again: 0 instead of 1 × Telefon Nova X5");
        JsonPath now = Shop.as("sales").get("/api/v1/orders/" + order).jsonPath();
        assertThat(now.getString("state")).isEqualTo("CONFIRMED");
        assertThat(now.getList("lines.sku")).containsExactly("CAS-NOVA-X5");
        assertThat(now.getLong("total.amountMinor")).isEqualTo(7_900);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .filteredOn(fact -> fact.type().equals("orders.order-changed.v1"))
                        .singleElement()
                        .extracting(Fact::json)
                        .asString()
                        .contains("CUSTOMER_DID_NOT_COME"));
        assertThat(Published.on("orders", order)).extracting(Fact::type).doesNotContain("orders.journey-ended.v1");
    }

    @Test
    void without_another_part_the_journey_ends() {
        UUID order = confirmed();
        parts(order, PHONE, CASES);
        parts(order, List.of(PHONE.get(0), CASES.get(0)), List.of());
        UUID slot = invited(order);

        expire(order, slot);

        assertThat(Shop.card(order).getString("stage")).isEqualTo("NOT_COLLECTED");
    }

    private UUID confirmed() {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);
        return order;
    }

    private void parts(UUID order, List<PartLine> here, List<PartLine> coming) {
        twice.event(
                EventTypes.PARTS_CHANGED,
                order,
                new PartsChanged("WAW-CENTRUM", true, List.of(), here, coming, clock.instant()));
    }

    /** They were told until when the goods are kept. */
    private UUID invited(UUID order) {
        UUID slot = UUID.randomUUID();
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofDays(5));
        twice.event(
                EventTypes.PROMISE_MADE,
                order,
                new PromiseMade(
                        slot,
                        PromiseKind.PICKUP_SLOT,
                        Desk.PICKUP_POINT,
                        null,
                        UUID.randomUUID(),
                        "policy",
                        "pl",
                        "Towar czeka",
                        until,
                        now,
                        Precision.WINDOW,
                        List.of(),
                        now));
        twice.event(
                EventTypes.PROMISE_PAUSED,
                order,
                new PromisePaused(slot, PromiseKind.PICKUP_SLOT, WaitingReason.COLLECTION, now, until));
        return slot;
    }

    private void expire(UUID order, UUID slot) {
        twice.event(
                EventTypes.WAITING_EXPIRED,
                order,
                new WaitingExpired(
                        slot,
                        PromiseKind.PICKUP_SLOT,
                        WaitingReason.COLLECTION,
                        clock.instant().plus(Duration.ofDays(5))));
    }
}
