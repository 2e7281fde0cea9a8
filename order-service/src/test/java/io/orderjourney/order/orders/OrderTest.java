package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    private static final UnaryOperator<Order> ATTEMPT_CALL = Order::callAttempted;
    private static final UnaryOperator<Order> CONFIRM = order -> order.confirmed("sales:anna", JansOrder.NOON);
    private static final UnaryOperator<Order> COMPLETE = order -> order.completed(JansOrder.NOON);

    private static Order placed() {
        return JansOrder.order("A-1");
    }

    private static Order confirmed() {
        return CONFIRM.apply(placed());
    }

    private static Order completed() {
        return COMPLETE.apply(confirmed());
    }

    static Stream<Arguments> everyAllowedTransition() {
        return Stream.of(
                Arguments.of(placed(), ATTEMPT_CALL, OrderState.PLACED, 1),
                Arguments.of(placed(), CONFIRM, OrderState.CONFIRMED, 1),
                Arguments.of(placed().callAttempted(), CONFIRM, OrderState.CONFIRMED, 2),
                Arguments.of(confirmed(), COMPLETE, OrderState.COMPLETED, 1));
    }

    @ParameterizedTest
    @MethodSource("everyAllowedTransition")
    void an_allowed_transition_leads_to_its_state_and_counts_a_version(
            Order from, UnaryOperator<Order> change, OrderState to, int attempts) {
        Order after = change.apply(from);

        assertThat(after.state()).isEqualTo(to);
        assertThat(after.callAttempts()).isEqualTo(attempts);
        assertThat(after.version()).isEqualTo(from.version() + 1);
    }

    static Stream<Arguments> everyRefusedTransition() {
        return Stream.of(
                Arguments.of(placed(), COMPLETE, List.of("PLACED", "COMPLETED")),
                Arguments.of(confirmed(), ATTEMPT_CALL, List.of("CONFIRMED", "called")),
                Arguments.of(confirmed(), CONFIRM, List.of("CONFIRMED", "CONFIRMED")),
                Arguments.of(completed(), ATTEMPT_CALL, List.of("COMPLETED", "called")),
                Arguments.of(completed(), CONFIRM, List.of("COMPLETED", "CONFIRMED")),
                Arguments.of(completed(), COMPLETE, List.of("COMPLETED", "COMPLETED")));
    }

    @ParameterizedTest
    @MethodSource("everyRefusedTransition")
    void an_illegal_transition_is_refused_naming_both_states(
            Order from, UnaryOperator<Order> change, List<String> states) {
        assertThatThrownBy(() -> change.apply(from))
                .isInstanceOf(Order.TransitionNotAllowed.class)
                .hasMessageContainingAll(states.toArray(String[]::new));
    }

    @Test
    void completion_keeps_who_confirmed_and_when() {
        assertThat(completed().confirmedBy()).isEqualTo("sales:anna");
        assertThat(completed().confirmedAt()).isEqualTo(JansOrder.NOON);
    }
}
