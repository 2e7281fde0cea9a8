package io.orderjourney.fulfillment.delivery;

import static io.orderjourney.contracts.PromiseKind.DELIVERY;
import static io.orderjourney.contracts.PromiseKind.DISPATCH;
import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.fulfillment.supply.Supply.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryPromisesPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private final Parcel preparing = ParcelStatesTest.placed();
    private final Parcel sent = preparing.dispatched(true, true, "marek", NOON).state();

    @Test
    void goods_with_a_date_promise_the_dispatch_before_the_delivery() {
        assertThat(DeliveryPromisesPolicy.required(preparing, State.ON_SHELF, false))
                .containsExactly(DISPATCH, DELIVERY);
        assertThat(DeliveryPromisesPolicy.required(preparing, State.EXPECTED, false))
                .containsExactly(DISPATCH, DELIVERY);
    }

    @Test
    void goods_without_a_date_promise_the_next_update_and_what_was_promised_stands() {
        assertThat(DeliveryPromisesPolicy.required(preparing, State.UNKNOWN, false))
                .containsExactly(NEXT_UPDATE);
        assertThat(DeliveryPromisesPolicy.required(preparing, State.UNKNOWN, true))
                .containsExactly(NEXT_UPDATE, DISPATCH, DELIVERY);
    }

    @Test
    void a_parcel_on_its_way_is_promised_until_it_is_delivered() {
        assertThat(DeliveryPromisesPolicy.required(sent, State.ON_SHELF, false)).containsExactly(DELIVERY);
        assertThat(DeliveryPromisesPolicy.required(
                        sent.notAtHome("courier", NOON).state(), State.ON_SHELF, false))
                .containsExactly(DELIVERY);
        assertThat(DeliveryPromisesPolicy.required(
                        sent.delivered("courier", NOON).state(), State.ON_SHELF, false))
                .isEmpty();
    }

    @Test
    void a_parcel_that_comes_back_leaves_no_silence_unless_the_journey_is_over() {
        Parcel unwanted =
                sent.notAtHome("courier", NOON).state().notChosen(NOON).state();
        Parcel cancelled = sent.ended(JourneyEnd.CANCELLED_BY_CUSTOMER, NOON).state();

        assertThat(DeliveryPromisesPolicy.required(unwanted, State.ON_SHELF, false))
                .containsExactly(NEXT_UPDATE);
        assertThat(DeliveryPromisesPolicy.required(cancelled, State.ON_SHELF, false))
                .isEmpty();
    }
}
