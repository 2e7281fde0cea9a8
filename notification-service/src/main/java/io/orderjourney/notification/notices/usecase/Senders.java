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

/** The few threads that talk to one channel. They claim no more than they can begin at once, so that no lease runs idle. */
final class Senders {

    private static final Logger LOG = Logger.getLogger(Senders.class);
    private static final int THREADS = 4;
    private static final long END_WITHIN_SECONDS = 5;

    private final Channel channel;
    private final DeliverNotices deliver;
    private final Runnable handIsFree;
    private final ExecutorService threads;
    private final Semaphore free = new Semaphore(THREADS);

    /** @param handIsFree called when an attempt has ended: another can begin, and it may have planned one */
    Senders(Channel channel, DeliverNotices deliver, Runnable handIsFree) {
        this.channel = channel;
        this.deliver = deliver;
        this.handIsFree = handIsFree;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "send-" + channel.name().toLowerCase(Locale.ROOT));
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return how many attempts were begun; the caller does not wait for their end */
    int sendDue() {
        int hands = free.availablePermits();
        if (hands == 0) {
            return 0;
        }
        List<Delivery> claimed = deliver.claim(channel, hands);
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
            // It stays ATTEMPT_STARTED: when its lease ends, it is UNKNOWN, which is the truth.
            LOG.errorf(failed, "What became of message %s could not be recorded", attempt.noticeId());
        } finally {
            free.release();
            handIsFree.run();
        }
    }

    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
