package io.orderjourney.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandlingTimesTest {

    private static final Duration POLICY = Duration.ofHours(48);

    private final HandlingTimes times = new HandlingTimes();

    @Test
    void the_policy_answers_until_there_is_enough_history() {
        done("posta", DayOfWeek.MONDAY, HandlingTimes.KEPT_MIN - 1, 10);
        assertThat(within("posta", DayOfWeek.MONDAY)).isEqualTo(POLICY);
        done("posta", DayOfWeek.MONDAY, 1, 10);
        assertThat(within("posta", DayOfWeek.MONDAY)).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void a_high_quantile_is_kept_by_that_share_of_the_work() {
        for (int hours = 1; hours <= 100; hours++) {
            done("posta", DayOfWeek.MONDAY, 1, hours);
        }
        assertThat(within("posta", DayOfWeek.MONDAY)).isEqualTo(Duration.ofHours(90));
    }

    @Test
    void a_day_of_the_week_with_its_own_history_speaks_for_itself() {
        done("posta", DayOfWeek.MONDAY, 100, 10);
        done("posta", DayOfWeek.FRIDAY, HandlingTimes.KEPT_MIN, 70);
        assertThat(within("posta", DayOfWeek.FRIDAY)).isEqualTo(Duration.ofHours(70));
        assertThat(within("posta", DayOfWeek.MONDAY)).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void an_unknown_partner_is_expected_to_take_what_the_kind_takes() {
        done("posta", DayOfWeek.MONDAY, 30, 10);
        assertThat(within("kurier", DayOfWeek.TUESDAY)).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void a_partner_who_became_slower_is_believed_to_be_slow() {
        done("posta", DayOfWeek.MONDAY, HandlingTimes.KEPT_MAX, 10);
        done("posta", DayOfWeek.MONDAY, HandlingTimes.KEPT_MAX, 30);
        assertThat(within("posta", DayOfWeek.MONDAY)).isEqualTo(Duration.ofHours(30));
    }

    private void done(String partner, DayOfWeek day, int often, int hours) {
        for (int i = 0; i < often; i++) {
            times.done("DELIVERY", partner, day, Duration.ofHours(hours));
        }
    }

    private Duration within(String partner, DayOfWeek day) {
        return times.within(0.9, "DELIVERY", partner, day, POLICY);
    }
}
