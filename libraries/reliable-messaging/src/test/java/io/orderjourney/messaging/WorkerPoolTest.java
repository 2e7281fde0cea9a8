package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.loops.WorkerPool;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

    private final AtomicInteger released = new AtomicInteger();
    private final WorkerPool pool = new WorkerPool("test-worker", 2, released::incrementAndGet);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        end.countDown();
        pool.stop(Replica.PATIENCE);
    }

    @Test
    void a_worker_is_free_again_when_its_work_has_ended_or_failed() throws InterruptedException {
        pool.start(this::awaitEnd);
        assertThat(pool.free()).isEqualTo(1);
        pool.start(() -> {
            awaitEnd();
            throw new IllegalStateException("the partner is away");
        });
        assertThat(pool.free()).isZero();

        end.countDown();

        assertThat(pool.awaitFree()).isPositive();
        await().atMost(Replica.PATIENCE).until(() -> pool.free() == 2 && released.get() == 2);
    }

    @Test
    void work_that_may_be_left_undone_begins_only_if_a_worker_is_free() {
        assertThat(pool.startIfFree(this::awaitEnd)).isTrue();
        assertThat(pool.startIfFree(this::awaitEnd)).isTrue();
        assertThat(pool.startIfFree(this::awaitEnd)).isFalse();

        end.countDown();

        await().atMost(Replica.PATIENCE).until(() -> pool.free() == 2);
    }

    @Test
    void work_that_does_not_end_in_time_is_interrupted() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        pool.start(() -> interrupted.set(!awaitEnd()));

        pool.stop(Duration.ofMillis(1));

        await().atMost(Replica.PATIENCE).untilTrue(interrupted);
    }

    private boolean awaitEnd() {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
