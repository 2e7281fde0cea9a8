package io.orderjourney.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void each_round_is_compared_with_itself_and_the_middle_ratio_counts() {
        Ratio ratio = Ratio.of(List.of(100.0, 10.0, 300.0), List.of(50.0, 10.0, 100.0));

        assertThat(ratio.median()).isEqualTo(2.0);
        assertThat(ratio.low()).isEqualTo(1.0);
        assertThat(ratio.high()).isEqualTo(3.0);
    }

    @Test
    void a_machine_that_slows_both_down_changes_nothing() {
        Ratio quiet = Ratio.of(List.of(20.0, 20.0), List.of(10.0, 10.0));
        Ratio busy = Ratio.of(List.of(20.0, 4.0), List.of(10.0, 2.0));

        assertThat(busy).isEqualTo(quiet);
    }

    @Test
    void many_equal_rounds_leave_no_doubt() {
        Ratio ratio = Ratio.of(List.of(3.0, 3.0, 3.0, 3.0), List.of(2.0, 2.0, 2.0, 2.0));

        assertThat(ratio.low()).isCloseTo(1.5, within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void the_middle_of_an_even_number_is_between_the_two() {
        assertThat(Ratio.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }

    @Test
    void rounds_of_one_contestant_alone_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(List.of(1.0), List.of()));
    }
}
