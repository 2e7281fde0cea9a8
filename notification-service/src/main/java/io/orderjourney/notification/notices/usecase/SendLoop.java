package io.orderjourney.notification.notices.usecase;

import io.orderjourney.messaging.Unsettled;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.Notices;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that lets messages leave, with a few helpers to talk to slow channels; never a thread of Kafka. */
@ApplicationScoped
public class SendLoop implements Unsettled {

    private static final Logger LOG = Logger.getLogger(SendLoop.class);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int SENDERS = 4;

    private final DispatchNotices dispatch;
    private final DeliverNotices deliver;
    private final Notices notices;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final Thread thread = new Thread(this::run, "notice-sender");
    private volatile boolean stopping;

    SendLoop(DispatchNotices dispatch, DeliverNotices deliver, Notices notices) {
        this.dispatch = dispatch;
        this.deliver = deliver;
        this.notices = notices;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        thread.interrupt();
        senders.shutdown();
    }

    @Override
    public long due(Instant now) {
        return notices.waiting(now);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return notices.nextAt();
    }

    private void run() {
        while (!stopping) {
            try {
                if (round() == 0) {
                    Thread.sleep(REST.toMillis());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (!stopping) {
                    LOG.error("Messages could not be sent and will be tried again", failed);
                    restAfterFailure();
                }
            }
        }
    }

    private int round() throws InterruptedException {
        int left = dispatch.dispatch();
        List<Delivery> claimed = deliver.claim();
        List<Future<?>> running = new ArrayList<>();
        claimed.forEach(attempt -> running.add(senders.submit(() -> deliver.deliver(attempt))));
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                // The attempt stays ATTEMPT_STARTED: when its lease ends, it is UNKNOWN, which is the truth.
                LOG.error("An attempt to send a message failed", failed.getCause());
            }
        }
        return left + claimed.size();
    }

    private static void restAfterFailure() {
        try {
            Thread.sleep(REST_AFTER_FAILURE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
