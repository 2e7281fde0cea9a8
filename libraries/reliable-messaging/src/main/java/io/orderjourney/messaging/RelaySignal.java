package io.orderjourney.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells the relay of this process which lanes have something new. It is only a wake-up: losing one costs a moment until the
 * safety poll and never an event.
 */
public final class RelaySignal {

    /** Number of lanes. Part of the stored format: the same number stands in the SQL function {@code journey_lane}. */
    static final int LANES = 8;

    static final int ALL_LANES = (1 << LANES) - 1;

    private int lanes;

    /** The lane of a journey as a bit; the same rule as {@code journey_lane} in SQL. */
    static int laneOf(UUID journeyId) {
        return 1 << (int) (journeyId.getLeastSignificantBits() & (LANES - 1));
    }

    synchronized void wake(int lanesToWake) {
        if (lanesToWake != 0) {
            lanes |= lanesToWake;
            notifyAll();
        }
    }

    /** One wake-up per transaction, however many facts it recorded. */
    void wakeAfterCommit(TransactionSynchronizationRegistry transaction, int lanesToWake) {
        WakeUp wakeUp = (WakeUp) transaction.getResource(this);
        if (wakeUp == null) {
            wakeUp = new WakeUp();
            transaction.putResource(this, wakeUp);
            transaction.registerInterposedSynchronization(wakeUp);
        }
        wakeUp.lanesToWake |= lanesToWake;
    }

    /** The lanes woken since the last call. */
    synchronized int take() {
        int woken = lanes;
        lanes = 0;
        return woken;
    }

    synchronized void await(Duration longest) throws InterruptedException {
        if (lanes == 0) {
            wait(Math.max(1, longest.toMillis()));
        }
    }

    private final class WakeUp implements Synchronization {

        private int lanesToWake;

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wake(lanesToWake);
            }
        }
    }
}
