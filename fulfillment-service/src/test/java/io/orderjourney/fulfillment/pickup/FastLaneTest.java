package io.orderjourney.fulfillment.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who was failed is served first at the counter. */
class FastLaneTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private static Pickup placed(boolean inParts) {
        return Pickup.placed(
                UUID.randomUUID(),
                "A-100042",
                UUID.randomUUID(),
                "pl",
                PaymentMethod.ON_PICKUP,
                null,
                NOON,
                "WAW-01",
                inParts);
    }

    private static Pickup ready(boolean inParts) {
        Pickup confirmed =
                placed(inParts).gateOpened(Gate.ORDER_CONFIRMED, NOON).state();
        return confirmed.gateOpened(Gate.GOODS_AT_PICKUP_POINT, NOON).state();
    }

    private static Promise due(PromiseKind kind, Instant dueAt) {
        return Promise.made(
                UUID.randomUUID(),
                new Commitment(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        kind,
                        Desk.PICKUP_POINT,
                        null,
                        "fulfillment-service",
                        "policy",
                        "pl",
                        List.of(),
                        NOON.minus(Duration.ofDays(1)),
                        dueAt),
                PromisedDate.first(Precision.BY_TIME, null, dueAt, "told", "policy"));
    }

    private static List<Promise> kept(Instant dueAt, Instant keptAt) {
        return List.of(due(PromiseKind.PICKUP_READY, dueAt).kept("ready", keptAt));
    }

    @Test
    void who_was_told_to_come_and_then_stopped_is_served_first_to_the_end() {
        Pickup told = ready(false).notified(1);
        assertThat(FastLane.of(told, List.of(), NOON)).isEmpty();

        Pickup stopped =
                told.gateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", NOON).state();
        assertThat(FastLane.of(stopped, List.of(), NOON)).contains(FastLane.WASTED_TRIP);
        Pickup again =
                stopped.gateOpened(Gate.GOODS_AT_PICKUP_POINT, NOON).state().notified(2);
        assertThat(FastLane.of(again, List.of(), NOON)).contains(FastLane.WASTED_TRIP);
        assertThat(FastLane.of(again.handedOver("pickup:ola", NOON).state(), List.of(), NOON))
                .isEmpty();
    }

    @Test
    void who_was_stopped_before_they_were_told_made_no_way() {
        Pickup untold = ready(false)
                .gateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", NOON)
                .state();

        assertThat(FastLane.of(untold, List.of(), NOON)).isEmpty();
    }

    @Test
    void who_collects_in_parts_is_invited_twice_and_was_not_failed() {
        Pickup told = ready(true).notified(1);
        Pickup rest =
                told.gateClosed(Gate.GOODS_AT_PICKUP_POINT, "the rest", NOON).state();

        assertThat(FastLane.of(rest, List.of(), NOON)).isEmpty();
    }

    @Test
    void a_promise_kept_one_millisecond_late_is_broken_and_one_kept_in_time_is_not() {
        assertThat(FastLane.of(placed(false), kept(NOON, NOON), NOON)).isEmpty();
        assertThat(FastLane.of(placed(false), kept(NOON, NOON.plusMillis(1)), NOON))
                .contains(FastLane.BROKEN_PROMISE);
    }

    @Test
    void an_open_promise_is_broken_one_millisecond_after_its_time_and_an_update_is_none() {
        List<Promise> open = List.of(due(PromiseKind.PICKUP_READY, NOON));
        assertThat(FastLane.of(placed(false), open, NOON)).isEmpty();
        assertThat(FastLane.of(placed(false), open, NOON.plusMillis(1))).contains(FastLane.BROKEN_PROMISE);

        List<Promise> update = List.of(due(PromiseKind.NEXT_UPDATE, NOON));
        assertThat(FastLane.of(placed(false), update, NOON.plusMillis(1))).isEmpty();
    }
}
