package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTotalPolicyTest {

    private static final List<OrderLine> LINES = List.of(OrdersOfJan.line(1, 249_900), OrdersOfJan.line(2, 3_950));

    @Test
    void the_sum_of_the_lines_is_the_total() {
        assertThatCode(() -> OrderTotalPolicy.require(LINES, new Money(257_800, "PLN")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {257_799, 257_801, 0})
    void a_total_one_grosz_off_is_refused(long totalMinor) {
        assertThatThrownBy(() -> OrderTotalPolicy.require(LINES, new Money(totalMinor, "PLN")))
                .isInstanceOfSatisfying(
                        OrderRefused.class, refused -> assertFlaw(refused, OrderRefused.Flaw.TOTAL_WRONG));
    }

    @Test
    void prices_in_another_currency_are_refused_even_if_the_numbers_add_up() {
        assertThatThrownBy(() -> OrderTotalPolicy.require(LINES, new Money(257_800, "EUR")))
                .isInstanceOfSatisfying(
                        OrderRefused.class, refused -> assertFlaw(refused, OrderRefused.Flaw.CURRENCIES_MIXED));
    }

    @Test
    void a_sum_beyond_all_numbers_is_no_total() {
        List<OrderLine> absurd = List.of(OrdersOfJan.line(2, Long.MAX_VALUE), OrdersOfJan.line(2, 1));

        assertThatThrownBy(() -> OrderTotalPolicy.require(absurd, new Money(0, "PLN")))
                .isInstanceOf(OrderRefused.class);
    }

    private static void assertFlaw(OrderRefused refused, OrderRefused.Flaw flaw) {
        assertThat(refused.flaw()).isEqualTo(flaw);
    }
}
