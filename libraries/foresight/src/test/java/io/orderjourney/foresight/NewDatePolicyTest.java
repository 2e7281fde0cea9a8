package io.orderjourney.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewDatePolicyTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 12);
    private static final int NEAR = 8;

    private final NewDatePolicy policy = new NewDatePolicy(NEAR, 0.55, 0.9);

    @Test
    void what_will_probably_be_done_soon_gets_the_near_day() {
        assertThat(policy.newDay(daily(0.2), DUE)).isEqualTo(DUE.plusDays(NEAR));
    }

    @Test
    void what_is_stuck_gets_a_day_that_nearly_always_holds() {
        RemainingTime stuck = daily(0.05);
        LocalDate day = policy.newDay(stuck, DUE);
        assertThat(day).isAfter(DUE.plusDays(NEAR));
        assertThat(stuck.doneBy(day, DUE)).isGreaterThanOrEqualTo(0.9);
        assertThat(stuck.doneBy(day.minusDays(1), DUE)).isLessThan(0.9);
    }

    @Test
    void what_is_nearly_sure_to_be_done_earlier_is_never_put_off_further() {
        NewDatePolicy strict = new NewDatePolicy(NEAR, 0, 0.9);
        for (int i = 0; i < 20; i++) {
            strict.slipped(DUE, DUE.plusDays(NEAR));
        }
        assertThat(strict.newDay(daily(0.6), DUE)).isEqualTo(DUE.plusDays(3));
    }

    @Test
    void in_the_long_run_the_wanted_share_of_slips_gets_the_near_day_in_any_season() {
        Random random = new Random(8);
        for (double slowest : new double[] {0.02, 0.12}) {
            int near = 0;
            int slips = 1_000;
            for (int i = 0; i < slips; i++) {
                LocalDate day = policy.newDay(daily(slowest + random.nextDouble() * 0.1), DUE);
                near += day.isAfter(DUE.plusDays(NEAR)) ? 0 : 1;
                policy.slipped(DUE, day);
            }
            assertThat(near / (double) slips).isBetween(0.52, 0.58);
        }
    }

    private static RemainingTime daily(double chance) {
        return RemainingTime.of(day -> chance, DUE, 0);
    }
}
