package io.orderjourney.credit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BankEstimatePolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");

    @Test
    void a_future_time_is_plausible_and_a_past_one_is_not() {
        assertThat(BankEstimatePolicy.plausible(NOW.plusMillis(1), NOW)).isEqualTo(NOW.plusMillis(1));
        assertThat(BankEstimatePolicy.plausible(NOW, NOW)).isNull();
        assertThat(BankEstimatePolicy.plausible(NOW.minusMillis(1), NOW)).isNull();
    }

    @Test
    void sixty_days_are_plausible_and_a_millisecond_more_is_not() {
        Instant farthest = NOW.plus(BankEstimatePolicy.FARTHEST);

        assertThat(BankEstimatePolicy.plausible(farthest, NOW)).isEqualTo(farthest);
        assertThat(BankEstimatePolicy.plausible(farthest.plusMillis(1), NOW)).isNull();
    }

    @Test
    void no_estimate_stays_no_estimate() {
        assertThat(BankEstimatePolicy.plausible(null, NOW)).isNull();
    }

    @Test
    void nothing_happened_after_it_was_reported() {
        assertThat(BankEstimatePolicy.notAfter(NOW.minusMillis(1), NOW)).isEqualTo(NOW.minusMillis(1));
        assertThat(BankEstimatePolicy.notAfter(NOW.plusMillis(1), NOW)).isEqualTo(NOW);
    }
}
