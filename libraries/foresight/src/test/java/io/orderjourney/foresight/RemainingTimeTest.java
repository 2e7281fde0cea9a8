package io.orderjourney.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void each_day_that_passes_undone_leaves_its_share() {
        RemainingTime half = RemainingTime.of(day -> 0.5, MONDAY, 0);
        assertThat(half.openAfter(MONDAY)).isCloseTo(0.5, EXACT);
        assertThat(half.openAfter(MONDAY.plusDays(2))).isCloseTo(0.125, EXACT);
        assertThat(half.openAfter(MONDAY.minusDays(1))).isEqualTo(1);
    }

    @Test
    void the_later_the_hour_the_less_is_left_of_today() {
        assertThat(RemainingTime.of(day -> 0.5, MONDAY, 0.5).openAfter(MONDAY)).isCloseTo(2 / 3.0, EXACT);
        assertThat(RemainingTime.of(day -> 0.5, MONDAY, 1).openAfter(MONDAY)).isCloseTo(1, EXACT);
    }

    @Test
    void the_day_with_a_chance_is_the_first_that_reaches_it() {
        RemainingTime half = RemainingTime.of(day -> 0.5, MONDAY, 0);
        assertThat(half.dayWithChance(0.75, MONDAY)).isEqualTo(MONDAY.plusDays(2));
        assertThat(half.dayWithChance(0.76, MONDAY)).isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    void a_day_on_which_nothing_is_done_is_never_the_new_day() {
        LocalDate tuesday = MONDAY.plusDays(1);
        RemainingTime closedTuesday = RemainingTime.of(day -> day.equals(tuesday) ? 0 : 0.5, MONDAY, 0);
        assertThat(closedTuesday.dayWithChance(0.1, MONDAY)).isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    void what_is_never_done_gets_the_end_of_the_horizon() {
        RemainingTime never = RemainingTime.of(day -> 0, MONDAY, 0);
        assertThat(never.dayWithChance(0.9, MONDAY)).isEqualTo(MONDAY.plusDays(RemainingTime.HORIZON_DAYS - 1));
    }
}
