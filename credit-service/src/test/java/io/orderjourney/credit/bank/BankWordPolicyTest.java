package io.orderjourney.credit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BankWordPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");

    @Test
    void a_time_ahead_is_believed_and_one_that_is_over_is_not() {
        assertThat(BankWordPolicy.believable(NOW.plusMillis(1), NOW)).isEqualTo(NOW.plusMillis(1));
        assertThat(BankWordPolicy.believable(NOW, NOW)).isNull();
        assertThat(BankWordPolicy.believable(NOW.minusMillis(1), NOW)).isNull();
    }

    @Test
    void sixty_days_are_believed_and_a_millisecond_more_is_not() {
        Instant farthest = NOW.plus(BankWordPolicy.FARTHEST);

        assertThat(BankWordPolicy.believable(farthest, NOW)).isEqualTo(farthest);
        assertThat(BankWordPolicy.believable(farthest.plusMillis(1), NOW)).isNull();
    }

    @Test
    void no_word_stays_no_word() {
        assertThat(BankWordPolicy.believable(null, NOW)).isNull();
    }

    @Test
    void nothing_happened_after_we_heard_of_it() {
        assertThat(BankWordPolicy.notAfter(NOW.minusMillis(1), NOW)).isEqualTo(NOW.minusMillis(1));
        assertThat(BankWordPolicy.notAfter(NOW.plusMillis(1), NOW)).isEqualTo(NOW);
    }
}
