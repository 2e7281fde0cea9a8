package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTotalPolicyTest {

    private static final List<OrderLine> LINES = List.of(JansOrder.line(1, 249_900), JansOrder.line(2, 3_950));

    @Test
    void the_sum_of_the_lines_is_the_total() {
        assertThatCode(() -> OrderTotalPolicy.require(LINES, new Money(257_800, "PLN")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {257_799, 257_801, 0})
    void a_total_off_by_one_grosz_is_refused(long totalMinor) {
        assertThatThrownBy(() -> OrderTotalPolicy.require(LINES, new Money(totalMinor, "PLN")))
                .isInstanceOf(OrderTotalPolicy.TotalMismatch.class);
    }

    @Test
    void prices_in_another_currency_are_refused_even_if_the_numbers_add_up() {
        assertThatThrownBy(() -> OrderTotalPolicy.require(LINES, new Money(257_800, "EUR")))
                .isInstanceOf(OrderTotalPolicy.CurrencyMismatch.class);
    }

    @Test
    void an_overflowing_sum_is_refused() {
        List<OrderLine> absurd = List.of(JansOrder.line(2, Long.MAX_VALUE), JansOrder.line(2, 1));

        assertThatThrownBy(() -> OrderTotalPolicy.require(absurd, new Money(0, "PLN")))
                .isInstanceOf(OrderTotalPolicy.TotalMismatch.class);
    }
}
