package io.orderjourney.notification.watch;

import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.promises.testing.PromiseBuilder.promise;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.promises.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentOrderTest {

    private final Promise arrival = promise(STOCK_ARRIVAL).build();
    private final Promise ready =
            promise(PICKUP_READY).waitsFor(CONFIRMATION_CALL, STOCK_ARRIVAL).build();
    private final Promise slot = promise(PICKUP_SLOT).waitsFor(PICKUP_READY).build();

    @Test
    void what_waits_is_judged_after_what_it_waits_for_whichever_was_promised_first() {
        assertThat(AssessmentOrder.of(List.of(slot, ready, arrival))).containsExactly(arrival, ready, slot);
        assertThat(AssessmentOrder.of(List.of(arrival, ready, slot))).containsExactly(arrival, ready, slot);
    }

    @Test
    void the_causes_of_a_promise_are_all_that_it_waits_for_in_the_end() {
        assertThat(AssessmentOrder.causesOf(slot, List.of(slot, ready, arrival)))
                .containsExactly(arrival, ready);
        assertThat(AssessmentOrder.causesOf(arrival, List.of(slot, ready, arrival)))
                .isEmpty();
    }

    @Test
    void what_was_kept_is_no_cause_any_more() {
        Promise arrived = arrival.kept("booked in", at("2026-01-12T11:00"));

        assertThat(AssessmentOrder.causesOf(ready, List.of(ready, arrived))).isEmpty();
    }

    @Test
    void a_circle_in_a_policy_hangs_nothing() {
        Promise one = promise(STOCK_ARRIVAL).waitsFor(PICKUP_READY).build();
        Promise other = promise(PICKUP_READY).waitsFor(STOCK_ARRIVAL).build();

        assertThat(AssessmentOrder.of(List.of(one, other))).containsExactlyInAnyOrder(one, other);
    }
}
