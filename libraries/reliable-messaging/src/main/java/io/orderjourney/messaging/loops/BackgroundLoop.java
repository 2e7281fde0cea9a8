package io.orderjourney.messaging.loops;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that is repeated until the service stops. A round that fails is logged, counted and tried again after a pause that
 * grows from 50 milliseconds to 2 seconds. Only an {@link Error} ends the loop, and then its heartbeat shows it as stuck.
 */
public final class BackgroundLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

    /** One round of the work. It waits by itself when there is nothing to do. */
    @FunctionalInterface
    public interface Round {

        /** @throws Exception if the round failed; an {@link InterruptedException} ends the loop */
        void run() throws Exception;
    }

    private final String name;
    private final Round round;
    private final Runnable cleanUp;
    private final Heartbeat heartbeat;
    private final Backoff backoff = new Backoff();
    private final AtomicLong failedRounds = new AtomicLong();
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private boolean lastRoundFailed;

    /** @param name of the thread, its heartbeat and its metrics, e.g. {@code promise-watch} */
    public BackgroundLoop(String name, Round round) {
        this(name, round, () -> {});
    }

    /** @param cleanUp called after each failed round and at the end, e.g. to close a connection that the next round opens anew */
    public BackgroundLoop(String name, Round round, Runnable cleanUp) {
        this.name = name;
        this.round = round;
        this.cleanUp = cleanUp;
        this.heartbeat = new Heartbeat(name);
    }

    /** Runs the loop on a {@link BackgroundThread} of its own. */
    public void start() {
        Thread own = new BackgroundThread(this, name);
        thread = own;
        own.start();
    }

    /** Lets the current round end and no other begin. A round that waits has to be woken by the caller. */
    public void requestStop() {
        stopping = true;
    }

    /** Interrupts the current round, and returns when the loop has ended or this time is over. */
    public void stop(Duration timeout) {
        requestStop();
        Thread own = thread;
        if (own != null) {
            own.interrupt();
        }
        awaitEnd(timeout);
    }

    /** Returns when the thread of the loop has ended, or this time is over. */
    public void awaitEnd(Duration timeout) {
        Thread own = thread;
        if (own == null) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(own, timeout.toNanos());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    public String name() {
        return name;
    }

    /** For the liveness check. A round that takes long beats it by itself. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** How many rounds have failed since the process started. */
    public long failedRounds() {
        return failedRounds.get();
    }

    /** Runs the loop on the caller's thread until it is stopped. */
    @Override
    public void run() {
        heartbeat.started();
        try {
            while (!stopping) {
                heartbeat.beat();
                runOnce();
            }
            heartbeat.ended();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            heartbeat.ended();
        } finally {
            cleanUp.run();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            round.run();
            backoff.reset();
            lastRoundFailed = false;
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception failed) {
            if (stopping) {
                return;
            }
            failedRounds.incrementAndGet();
            if (lastRoundFailed) {
                LOG.warnf(
                        "Another round of %s failed; retrying: %s",
                        name, failed.getClass().getName());
            } else {
                LOG.errorf(failed, "A round of %s failed; retrying", name);
            }
            lastRoundFailed = true;
            cleanUp.run();
            Thread.sleep(backoff.next().toMillis());
        }
    }
}
