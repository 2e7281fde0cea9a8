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

    private static final UnaryOperator<Order> CALL_IN_VAIN = Order::calledInVain;
    private static final UnaryOperator<Order> CONFIRM = order -> order.confirmed("sales:anna", OrdersOfJan.NOON);
    private static final UnaryOperator<Order> COMPLETE = order -> order.completed(OrdersOfJan.NOON);

    private static Order placed() {
        return OrdersOfJan.order("A-1");
    }

    private static Order confirmed() {
        return CONFIRM.apply(placed());
    }

    private static Order completed() {
        return COMPLETE.apply(confirmed());
    }

    static Stream<Arguments> everyAllowedTransition() {
        return Stream.of(
                Arguments.of(placed(), CALL_IN_VAIN, OrderState.PLACED, 1),
                Arguments.of(placed(), CONFIRM, OrderState.CONFIRMED, 1),
                Arguments.of(placed().calledInVain(), CONFIRM, OrderState.CONFIRMED, 2),
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
                Arguments.of(confirmed(), CALL_IN_VAIN, List.of("CONFIRMED", "called in vain")),
                Arguments.of(confirmed(), CONFIRM, List.of("CONFIRMED", "CONFIRMED")),
                Arguments.of(completed(), CALL_IN_VAIN, List.of("COMPLETED", "called in vain")),
                Arguments.of(completed(), CONFIRM, List.of("COMPLETED", "CONFIRMED")),
                Arguments.of(completed(), COMPLETE, List.of("COMPLETED", "COMPLETED")));
    }

    @ParameterizedTest
    @MethodSource("everyRefusedTransition")
    void an_illegal_transition_is_refused_naming_both_states(
            Order from, UnaryOperator<Order> change, List<String> states) {
        assertThatThrownBy(() -> change.apply(from))
                .isInstanceOf(TransitionNotAllowed.class)
                .hasMessageContainingAll(states.toArray(String[]::new));
    }

    @Test
    void who_confirmed_and_when_stay_known_after_completion() {
        assertThat(completed().confirmedBy()).isEqualTo("sales:anna");
        assertThat(completed().confirmedAt()).isEqualTo(OrdersOfJan.NOON);
    }
}
