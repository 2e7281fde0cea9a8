package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.messaging.loops.BackgroundThread;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The few threads that send on one channel. A few messages for each are claimed and prepared at once, so that the database is
 * asked once for many; what has not begun soon after, because the channel is slow, is given back, so that no lease runs out.
 */
final class SendWorkers {

    private static final Logger LOG = Logger.getLogger(SendWorkers.class);
    private static final long STOP_TIMEOUT_SECONDS = 5;

    /** Claimed at once for each thread. */
    private static final int AHEAD = 8;

    /** Much may have changed since: the message is prepared again. Real time. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private final Channel channel;
    private final DeliverNotices deliver;
    private final Outcomes outcomes;
    private final Runnable attemptEnded;
    private final ExecutorService threads;
    private final AtomicInteger claimed = new AtomicInteger();
    private final int count;
    private volatile boolean stopping;

    /**
     * @param count how many send at the same time
     * @param attemptEnded called when an attempt has ended: another can start, and it may have planned one
     */
    SendWorkers(Channel channel, int count, DeliverNotices deliver, Outcomes outcomes, Runnable attemptEnded) {
        this.channel = channel;
        this.deliver = deliver;
        this.outcomes = outcomes;
        this.attemptEnded = attemptEnded;
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count,
                work -> new BackgroundThread(work, "send-" + channel.name().toLowerCase(Locale.ROOT)));
    }

    /** @return how many attempts were claimed; the caller does not wait for their end */
    int sendDue() {
        int idle = count - claimed.get();
        if (idle <= 0) {
            return 0;
        }
        List<Attempt> attempts = deliver.claim(channel, idle * AHEAD);
        claimed.addAndGet(attempts.size());
        attempts.forEach(attempt -> threads.execute(() -> send(attempt)));
        return attempts.size();
    }

    private void send(Attempt attempt) {
        try {
            if (stopping || attempt.age().compareTo(FRESH_FOR) > 0) {
                deliver.giveBack(attempt);
            } else {
                outcomes.add(deliver.deliver(attempt));
            }
        } catch (RuntimeException failed) {
            // It stays ATTEMPT_STARTED until its lease ends, and is UNKNOWN then.
            LOG.errorf(
                    failed,
                    "Could not record the outcome of message %s",
                    attempt.delivery().noticeId());
        } finally {
            claimed.decrementAndGet();
            attemptEnded.run();
        }
    }

    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
