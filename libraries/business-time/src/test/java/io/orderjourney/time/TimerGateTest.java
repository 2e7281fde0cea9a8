package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimerGateTest {

    private static final Instant NINE = Instant.parse("2026-01-12T08:00:00Z");
    private static final Duration EVER = Duration.ofDays(1);
    private static final Executor OWN_THREAD = task -> new Thread(task, "resting").start();

    private final SettableClock clock = SettableClock.inMemory(NINE);
    private final TimerGate gate = new TimerGate(clock, EVER);

    @Test
    void the_rest_ends_when_the_clock_jumps_to_its_instant() {
        CompletableFuture<Boolean> resting = resting(gate, NINE.plusSeconds(3_600));

        clock.advance(Duration.ofHours(1));

        assertThat(resting.join()).isFalse();
    }

    @Test
    void a_clock_one_millisecond_short_of_the_instant_does_not_end_the_rest() {
        clock.advance(Duration.ofHours(1).minusMillis(1));
        CompletableFuture<Boolean> resting = resting(gate, NINE.plusSeconds(3_600));

        gate.wake();

        assertThat(resting.join()).as("woken, not due").isTrue();
    }

    @Test
    void what_became_due_since_the_look_needs_no_rest() throws InterruptedException {
        clock.advance(Duration.ofMillis(1));

        assertThat(gate.rest(NINE, NINE.plusMillis(1))).isFalse();
    }

    @Test
    void what_was_due_at_the_look_is_in_others_hands_and_is_looked_at_again_before_the_safety_look()
            throws InterruptedException {
        long before = System.nanoTime();

        assertThat(gate.rest(NINE, NINE)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whoever_knows_of_no_work_is_woken_or_looks_again() throws InterruptedException {
        CompletableFuture<Boolean> resting = resting(gate, null);
        gate.wake();

        assertThat(resting.join()).isTrue();
        assertThat(new TimerGate(clock, Duration.ofMillis(20)).rest(NINE, null)).isFalse();
    }

    @Test
    void a_wake_up_before_the_rest_is_not_lost_and_counts_once() throws InterruptedException {
        TimerGate impatient = new TimerGate(clock, Duration.ofMillis(20));
        impatient.wake();
        impatient.wake();

        assertThat(impatient.rest(NINE, null)).isTrue();
        assertThat(impatient.rest(NINE, null)).isFalse();
    }

    @Test
    void a_clock_that_nobody_moves_is_waited_for_in_its_own_time() throws InterruptedException {
        BusinessClock real = Instant::now;
        Instant now = real.instant();

        new TimerGate(real, EVER).rest(now, now.plusMillis(40));

        assertThat(real.instant()).isAfterOrEqualTo(now.plusMillis(40));
    }

    private static CompletableFuture<Boolean> resting(TimerGate gate, @Nullable Instant nextAt) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return gate.rest(NINE, nextAt);
                    } catch (InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                OWN_THREAD);
    }
}
