package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.notices.Delivery;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The few threads that send on one channel. They claim no more than they can start at once, so that no lease runs idle. */
final class SendWorkers {

    private static final Logger LOG = Logger.getLogger(SendWorkers.class);
    private static final long STOP_TIMEOUT_SECONDS = 5;

    private final Channel channel;
    private final DeliverNotices deliver;
    private final Runnable permitReleased;
    private final ExecutorService threads;
    private final Semaphore free;

    /**
     * @param count how many send at the same time
     * @param permitReleased called when an attempt has ended: another can start, and it may have planned one
     */
    SendWorkers(Channel channel, int count, DeliverNotices deliver, Runnable permitReleased) {
        this.channel = channel;
        this.deliver = deliver;
        this.permitReleased = permitReleased;
        this.free = new Semaphore(count);
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "send-" + channel.name().toLowerCase(Locale.ROOT));
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return how many attempts were started; the caller does not wait for their end */
    int sendDue() {
        int permits = free.availablePermits();
        if (permits == 0) {
            return 0;
        }
        List<Delivery> claimed = deliver.claim(channel, permits);
        for (Delivery attempt : claimed) {
            free.acquireUninterruptibly();
            threads.execute(() -> send(attempt));
        }
        return claimed.size();
    }

    private void send(Delivery attempt) {
        try {
            deliver.deliver(attempt);
        } catch (RuntimeException failed) {
            // It stays ATTEMPT_STARTED until its lease ends, and is UNKNOWN then.
            LOG.errorf(failed, "Could not record the outcome of message %s", attempt.noticeId());
        } finally {
            free.release();
            permitReleased.run();
        }
    }

    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
