package io.orderjourney.notification.answers;

import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.promise;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.answers.OrderStep.Name;
import io.orderjourney.promises.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStepTest {

    private final Promise called =
            promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T16:00").kept("reached", at("2026-01-12T12:00"));

    @Test
    void an_order_on_credit_has_a_signature_on_its_way() {
        assertThat(OrderStep.of(PaymentMethod.CREDIT, List.of(called), false, false))
                .extracting(OrderStep::name)
                .containsExactly(Name.RECEIVED, Name.CONFIRMED, Name.SIGNED, Name.READY, Name.COLLECTED);
    }

    @Test
    void the_last_step_that_was_reached_is_the_current_one() {
        assertThat(current(List.of(), false, false)).isEqualTo(Name.RECEIVED);
        assertThat(current(List.of(called), false, false)).isEqualTo(Name.CONFIRMED);
        assertThat(current(List.of(called), true, false)).isEqualTo(Name.READY);
        assertThat(current(List.of(called), false, true)).isEqualTo(Name.COLLECTED);
    }

    @Test
    void what_a_courier_brings_is_sent_and_delivered_and_never_picked_up() {
        Promise sent = promise(PromiseKind.DISPATCH, "2026-01-12T18:00").kept("dispatched", at("2026-01-12T14:00"));

        assertThat(OrderStep.ofDelivery(List.of(), false))
                .extracting(OrderStep::name)
                .containsExactly(Name.RECEIVED, Name.SENT, Name.DELIVERED);
        assertThat(OrderStep.ofDelivery(List.of(), false))
                .extracting(OrderStep::reached)
                .containsExactly(true, false, false);
        assertThat(OrderStep.ofDelivery(List.of(sent), false))
                .extracting(OrderStep::current)
                .containsExactly(false, true, false);
        assertThat(OrderStep.ofDelivery(List.of(sent), true))
                .extracting(OrderStep::reached)
                .containsOnly(true);
    }

    private static Name current(List<Promise> promises, boolean ready, boolean collected) {
        List<OrderStep> steps = OrderStep.of(PaymentMethod.ON_PICKUP, promises, ready, collected);
        OrderStep current =
                steps.stream().filter(OrderStep::current).findFirst().orElseThrow();
        assertThat(steps)
                .allSatisfy(
                        step -> assertThat(step.reached()).isEqualTo(step.name().compareTo(current.name()) <= 0));
        return current.name();
    }
}
