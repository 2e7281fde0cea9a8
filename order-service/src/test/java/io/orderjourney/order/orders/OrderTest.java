package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.JourneyEnded;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    /** Everything that anybody can do with an order, and the words in which it is refused. */
    enum Command {
        CALL_UNANSWERED("called", Order::callUnanswered),
        CALL_POSTPONED("called", Order::callPostponed),
        CONFIRM("CONFIRMED", order -> order.confirmed("sales:anna", JansOrder.NOON)),
        PAY_ON_PICKUP("ON_PICKUP", Order::paidOnPickup),
        COMPLETE(JourneyEnd.COMPLETED),
        CANCEL_BY_CUSTOMER(JourneyEnd.CANCELLED_BY_CUSTOMER),
        CANCEL_BY_SHOP(JourneyEnd.CANCELLED_BY_SHOP),
        REFUSE_CREDIT(JourneyEnd.CREDIT_REFUSED),
        NOT_COLLECT(JourneyEnd.NOT_COLLECTED),
        NOT_REACH(JourneyEnd.UNREACHABLE),
        RETURN(JourneyEnd.RETURNED);

        private final String wanted;
        private final UnaryOperator<Order> change;

        Command(String wanted, UnaryOperator<Order> change) {
            this.wanted = wanted;
            this.change = change;
        }

        Command(JourneyEnd end) {
            this(end.name(), order -> order.ended(end, JansOrder.NOON));
        }
    }

    /** What leads where from an open order. After an end nothing does. */
    private static final Map<OrderState, Map<Command, OrderState>> ALLOWED = Map.of(
            OrderState.PLACED,
            Map.of(
                    Command.CALL_UNANSWERED, OrderState.PLACED,
                    Command.CALL_POSTPONED, OrderState.PLACED,
                    Command.CONFIRM, OrderState.CONFIRMED,
                    Command.PAY_ON_PICKUP, OrderState.PLACED,
                    Command.CANCEL_BY_CUSTOMER, OrderState.CANCELLED_BY_CUSTOMER,
                    Command.CANCEL_BY_SHOP, OrderState.CANCELLED_BY_SHOP,
                    Command.REFUSE_CREDIT, OrderState.CREDIT_REFUSED,
                    Command.NOT_REACH, OrderState.UNREACHABLE),
            OrderState.CONFIRMED,
            Map.of(
                    Command.PAY_ON_PICKUP, OrderState.CONFIRMED,
                    Command.COMPLETE, OrderState.COMPLETED,
                    Command.CANCEL_BY_CUSTOMER, OrderState.CANCELLED_BY_CUSTOMER,
                    Command.CANCEL_BY_SHOP, OrderState.CANCELLED_BY_SHOP,
                    Command.REFUSE_CREDIT, OrderState.CREDIT_REFUSED,
                    Command.NOT_COLLECT, OrderState.NOT_COLLECTED,
                    Command.NOT_REACH, OrderState.UNREACHABLE));

    private static Order placed() {
        return JansOrder.order("A-1");
    }

    private static Order confirmed() {
        return Command.CONFIRM.change.apply(placed());
    }

    /** Every end that there is, but a return: what was collected does not come back with a courier. */
    private static List<Order> everyOrder() {
        List<Order> orders = new ArrayList<>(List.of(placed(), confirmed()));
        Set<JourneyEnd> ends = EnumSet.complementOf(EnumSet.of(JourneyEnd.RETURNED));
        ends.forEach(end -> orders.add(confirmed().ended(end, JansOrder.NOON)));
        return orders;
    }

    static Stream<Arguments> everyStateAndCommand() {
        return everyOrder().stream()
                .flatMap(order ->
                        Stream.of(Command.values()).map(command -> Arguments.of(order.state(), command, order)));
    }

    @Test
    void only_what_a_courier_brings_comes_back() {
        Order delivered = JansOrder.byCourier("A-2");

        assertThat(delivered.ended(JourneyEnd.RETURNED, JansOrder.NOON).state()).isEqualTo(OrderState.RETURNED);
        assertThatThrownBy(() -> confirmed().ended(JourneyEnd.RETURNED, JansOrder.NOON))
                .isInstanceOf(Order.TransitionNotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource(PaymentMethod.class)
    void what_a_courier_brings_is_paid_before(PaymentMethod payment) {
        if (payment == PaymentMethod.PREPAID) {
            DeliveryPolicy.require(payment);
        } else {
            assertThatThrownBy(() -> DeliveryPolicy.require(payment))
                    .isInstanceOf(DeliveryPolicy.NotPaidBefore.class)
                    .hasMessageContaining(payment.name());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateAndCommand")
    void a_command_leads_to_its_state_or_is_refused_naming_both(OrderState from, Command command, Order order) {
        OrderState to = ALLOWED.getOrDefault(from, Map.of()).get(command);
        if (to == null) {
            assertThatThrownBy(() -> command.change.apply(order))
                    .isInstanceOf(Order.TransitionNotAllowed.class)
                    .hasMessageContainingAll(from.name(), command.wanted);
        } else {
            Order after = command.change.apply(order);
            assertThat(after.state()).isEqualTo(to);
            assertThat(after.version()).isEqualTo(order.version() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(JourneyEnd.class)
    void every_end_is_a_state_of_the_same_name(JourneyEnd end) {
        assertThat(OrderState.of(end).name()).isEqualTo(end.name());
    }

    @Test
    void calls_are_counted_and_those_that_nobody_answered_in_a_row() {
        Order called = placed().callUnanswered().callUnanswered();
        assertThat(called.callAttempts()).isEqualTo(2);
        assertThat(called.isHardToReach(3)).isFalse();
        assertThat(called.callUnanswered().isHardToReach(3)).isTrue();

        Order postponed = called.callPostponed();
        assertThat(postponed.callAttempts()).isEqualTo(3);
        assertThat(postponed.unansweredCalls()).isZero();

        Order reached = called.callUnanswered().confirmed("sales:anna", JansOrder.NOON);
        assertThat(reached.callAttempts()).isEqualTo(4);
        assertThat(reached.isHardToReach(3)).isFalse();
    }

    @Test
    void an_order_that_is_paid_on_pickup_stays_so() {
        Order onPickup = placed().paidOnPickup();
        assertThat(onPickup.payment()).isEqualTo(PaymentMethod.ON_PICKUP);

        assertThatThrownBy(onPickup::paidOnPickup)
                .isInstanceOf(Order.TransitionNotAllowed.class)
                .hasMessageContaining("ON_PICKUP");
    }

    @Test
    void an_end_keeps_who_confirmed_and_says_when_it_was() {
        Order completed = confirmed().ended(JourneyEnd.COMPLETED, JansOrder.NOON.plusSeconds(60));

        assertThat(completed.confirmedBy()).isEqualTo("sales:anna");
        assertThat(completed.confirmedAt()).isEqualTo(JansOrder.NOON);
        assertThat(completed.ended()).isEqualTo(new JourneyEnded(JourneyEnd.COMPLETED, JansOrder.NOON.plusSeconds(60)));
        assertThat(completed.isOpen()).isFalse();
    }
}
