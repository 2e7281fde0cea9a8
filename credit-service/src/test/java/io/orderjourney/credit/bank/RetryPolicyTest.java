package io.orderjourney.credit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,30", "2,60", "3,120", "6,960", "7,1800", "8,1800", "1000,1800"})
    void the_pauses_double_up_to_half_an_hour(int attempts, long seconds) {
        assertThat(RetryPolicy.nextAttemptAt(attempts, NOW, 0)).isEqualTo(NOW.plusSeconds(seconds));
    }

    @Test
    void jitter_shortens_a_pause_by_a_third_at_most() {
        assertThat(RetryPolicy.nextAttemptAt(1, NOW, 1)).isEqualTo(NOW.plusSeconds(20));
        assertThat(RetryPolicy.nextAttemptAt(9, NOW, 0.5)).isEqualTo(NOW.plus(Duration.ofMinutes(25)));
    }

    @Test
    void an_open_circuit_postpones_by_a_minute_at_most() {
        assertThat(RetryPolicy.whileUnavailable(NOW, 0)).isEqualTo(NOW.plusSeconds(60));
        assertThat(RetryPolicy.whileUnavailable(NOW, 1)).isEqualTo(NOW.plusSeconds(40));
    }
}
