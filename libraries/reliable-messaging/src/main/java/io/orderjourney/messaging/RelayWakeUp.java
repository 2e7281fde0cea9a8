package io.orderjourney.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells the relay of this process which partitions have something new. It is only a wake-up: losing one costs a moment until the
 * safety poll and never an event.
 */
public final class RelayWakeUp {

    /** Number of partitions. Part of the stored format: the same number stands in the SQL function {@code journey_partition}. */
    public static final int PARTITIONS = 8;

    public static final int ALL_PARTITIONS = (1 << PARTITIONS) - 1;

    private int partitions;

    /** The partition of a journey as a bit; the same rule as {@code journey_partition} in SQL. */
    public static int partitionOf(UUID journeyId) {
        return 1 << (int) (journeyId.getLeastSignificantBits() & (PARTITIONS - 1));
    }

    public synchronized void wake(int partitionsToWake) {
        if (partitionsToWake != 0) {
            partitions |= partitionsToWake;
            notifyAll();
        }
    }

    /** One wake-up per transaction, however many facts it recorded. */
    public void wakeAfterCommit(TransactionSynchronizationRegistry transaction, int partitionsToWake) {
        AfterCommit wakeUp = (AfterCommit) transaction.getResource(this);
        if (wakeUp == null) {
            wakeUp = new AfterCommit();
            transaction.putResource(this, wakeUp);
            transaction.registerInterposedSynchronization(wakeUp);
        }
        wakeUp.partitionsToWake |= partitionsToWake;
    }

    /** The partitions woken since the last call. */
    public synchronized int take() {
        int woken = partitions;
        partitions = 0;
        return woken;
    }

    public synchronized void await(Duration longest) throws InterruptedException {
        if (partitions == 0) {
            wait(Math.max(1, longest.toMillis()));
        }
    }

    private final class AfterCommit implements Synchronization {

        private int partitionsToWake;

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wake(partitionsToWake);
            }
        }
    }
}
