package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.messaging.Heartbeat;
import io.orderjourney.messaging.Unsettled;
import io.orderjourney.notification.notices.Notices;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that lets messages leave. It never talks to a channel itself: each has its own senders, so that a mail server
 * that hangs does not hold back a text. It begins when the service has started, which is after the database was migrated.
 */
@ApplicationScoped
public class SendLoop implements Unsettled {

    private static final Logger LOG = Logger.getLogger(SendLoop.class);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DispatchNotices dispatch;
    private final DeliverNotices deliver;
    private final Notices notices;
    private final List<Senders> senders = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "notice-sender");
    private final Heartbeat heartbeat = new Heartbeat("notice-sender");
    private volatile boolean stopping;

    SendLoop(DispatchNotices dispatch, DeliverNotices deliver, Notices notices) {
        this.dispatch = dispatch;
        this.deliver = deliver;
        this.notices = notices;
    }

    void start(@Observes StartupEvent started) {
        for (Channel channel : deliver.channels()) {
            senders.add(new Senders(channel, deliver));
        }
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(REST_AFTER_FAILURE.toMillis());
        for (Senders ofChannel : senders) {
            ofChannel.stop();
        }
    }

    @Override
    public long due(Instant now) {
        return notices.waiting(now);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return notices.nextAt();
    }

    /** For the liveness check. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    private void run() {
        heartbeat.started();
        while (!stopping) {
            heartbeat.beat();
            try {
                int done = dispatchDue();
                for (Senders ofChannel : senders) {
                    done += ofChannel.sendDue();
                }
                if (done == 0) {
                    rest(REST);
                }
            } catch (RuntimeException failed) {
                if (!stopping) {
                    LOG.error("Messages could not be sent and will be tried again", failed);
                }
                rest(REST_AFTER_FAILURE);
            }
        }
        heartbeat.ended();
    }

    private int dispatchDue() {
        List<UUID> due = dispatch.due();
        due.forEach(this::dispatchAlone);
        return due.size();
    }

    private void dispatchAlone(UUID id) {
        try {
            dispatch.dispatch(id);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Message %s cannot leave, and is tried again later", id);
            dispatch.putOff(id);
        }
    }

    private void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }
}
