package io.orderjourney.messaging.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final int MAX = 500;

    private final BatchSize size = new BatchSize(64, MAX);

    @Test
    void a_full_batch_that_is_fast_doubles_the_next_one() {
        int before = size.get();

        size.took(before, BatchSize.SHORT.minus(MILLISECOND));

        assertThat(size.get()).isEqualTo(before * 2);
    }

    @Test
    void a_batch_that_is_not_full_says_nothing_about_larger_ones() {
        int before = size.get();

        size.took(before - 1, Duration.ZERO);

        assertThat(size.get()).isEqualTo(before);
    }

    @Test
    void between_short_and_long_the_size_stays() {
        int before = size.get();

        size.took(before, BatchSize.SHORT);
        size.took(before, BatchSize.LONG);

        assertThat(size.get()).isEqualTo(before);
    }

    @Test
    void a_batch_one_millisecond_too_slow_halves_the_next_one() {
        int before = size.get();

        size.took(before, BatchSize.LONG.plus(MILLISECOND));

        assertThat(size.get()).isEqualTo(before / 2);
    }

    @Test
    void a_small_batch_that_is_slow_makes_the_next_one_smaller_than_itself() {
        size.took(10, BatchSize.LONG.plus(MILLISECOND));

        assertThat(size.get()).isEqualTo(5);
    }

    @Test
    void one_record_is_always_tried_and_a_poll_is_the_most() {
        for (int slow = 0; slow < 20; slow++) {
            size.took(size.get(), Duration.ofMinutes(1));
        }
        assertThat(size.get()).isEqualTo(1);

        for (int fast = 0; fast < 20; fast++) {
            size.took(size.get(), Duration.ZERO);
        }
        assertThat(size.get()).isEqualTo(MAX);
    }
}
