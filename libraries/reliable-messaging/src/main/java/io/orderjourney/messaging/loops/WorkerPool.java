package io.orderjourney.messaging.loops;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A few threads for what a loop must not wait for itself, such as calls of a partner. Nothing queues in front of them: the loop
 * claims no more than there are free workers, so that no lease runs idle.
 */
public final class WorkerPool {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class);

    private final String name;
    private final ExecutorService threads;
    private final Semaphore free;
    private final Runnable released;

    /**
     * @param name of the threads, e.g. {@code send-webhook}
     * @param count how many work at the same time
     * @param released called when a worker is free again
     */
    public WorkerPool(String name, int count, Runnable released) {
        this.name = name;
        this.free = new Semaphore(count);
        this.released = released;
        this.threads = Executors.newCachedThreadPool(work -> new BackgroundThread(work, name));
    }

    /** How many pieces of work can begin now. */
    public int free() {
        return free.availablePermits();
    }

    /** Waits until at least one worker is free, and says how many are. */
    public int awaitFree() throws InterruptedException {
        free.acquire();
        free.release();
        return free.availablePermits();
    }

    /** Begins this work; waits for a worker if none is free. A failure that the work does not handle itself is logged. */
    public void start(Runnable work) {
        free.acquireUninterruptibly();
        execute(work);
    }

    /** As {@link #start}, unless no worker is free. @return whether it began */
    public boolean startIfFree(Runnable work) {
        boolean free = this.free.tryAcquire();
        if (free) {
            execute(work);
        }
        return free;
    }

    private void execute(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException unhandled) {
                LOG.errorf(unhandled, "A piece of work of %s failed", name);
            } finally {
                free.release();
                released.run();
            }
        });
    }

    /** Lets what was begun end within this time, and interrupts what has not. */
    public void stop(Duration within) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdownNow();
        }
    }
}
