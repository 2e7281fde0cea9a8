package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.Heartbeat;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void a_round_that_fails_is_tried_again() {
        BackgroundLoop loop = new BackgroundLoop("test-loop", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            Thread.sleep(1);
        });
        loop.start();
        await().atMost(Replica.PATIENCE).until(() -> rounds.get() > 1);
        assertThat(loop.heartbeat().isRunning()).isTrue();
        assertThat(loop.failedRounds()).isEqualTo(1);
        loop.stop(Replica.PATIENCE);
    }

    @Test
    void what_a_failed_round_left_behind_is_cleaned_up_before_the_next_and_at_the_end() {
        AtomicInteger cleanUps = new AtomicInteger();
        BackgroundLoop loop = new BackgroundLoop(
                "test-loop",
                () -> {
                    if (rounds.incrementAndGet() <= 2) {
                        throw new IOException("the connection broke");
                    }
                    assertThat(cleanUps).hasValue(2);
                    Thread.sleep(1);
                },
                cleanUps::incrementAndGet);
        loop.start();
        await().atMost(Replica.PATIENCE).until(() -> rounds.get() > 3);

        loop.stop(Replica.PATIENCE);

        assertThat(cleanUps).hasValue(3);
    }

    @Test
    void a_round_that_rests_is_interrupted_when_the_service_stops() {
        CountDownLatch resting = new CountDownLatch(1);
        BackgroundLoop loop = new BackgroundLoop("test-loop", () -> {
            rounds.incrementAndGet();
            resting.countDown();
            Thread.sleep(Duration.ofDays(1).toMillis());
        });
        loop.start();
        await().atMost(Replica.PATIENCE).until(() -> resting.getCount() == 0);

        loop.stop(Replica.PATIENCE);

        assertThat(loop.heartbeat().isRunning()).isFalse();
        assertThat(loop.heartbeat().isStuck(Duration.ZERO)).isFalse();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void a_thread_that_an_error_ended_is_stuck_for_the_watchdog() {
        BackgroundLoop loop = new BackgroundLoop("test-loop", () -> {
            throw new NoClassDefFoundError("planted by the test");
        });
        loop.start();
        await().dontCatchUncaughtExceptions()
                .atMost(Replica.PATIENCE)
                .until(() -> loop.heartbeat().isStuck(Heartbeat.SILENCE_MAX));
    }
}
