package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.Notices.NoticePlanned;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that dispatches messages. It never calls a channel itself: each has its own workers, so that a mail server
 * that hangs does not hold back a text. It rests until the next message leaves, or until one is planned in this process;
 * what another replica left behind is found by the safety poll. It begins when the service has started, which is after
 * the database was migrated.
 */
@ApplicationScoped
public class SendLoop implements PendingWork, LoopOwner {

    private static final Logger LOG = Logger.getLogger(SendLoop.class);
    private static final Duration SAFETY_POLL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final DispatchNotices dispatch;
    private final DeliverNotices deliver;
    private final Outcomes outcomes;
    private final Notices notices;
    private final Deliveries deliveries;
    private final BusinessClock clock;
    private final int senders;
    private final TimerGate gate;
    private final List<SendWorkers> workers = new ArrayList<>();
    private final BackgroundLoop thread = new BackgroundLoop("notice-sender", this::round);

    SendLoop(
            DispatchNotices dispatch,
            DeliverNotices deliver,
            Outcomes outcomes,
            Notices notices,
            Deliveries deliveries,
            BusinessClock clock,
            @ConfigProperty(name = "journey.notices.senders", defaultValue = "4") int senders) {
        this.dispatch = dispatch;
        this.deliver = deliver;
        this.outcomes = outcomes;
        this.notices = notices;
        this.deliveries = deliveries;
        this.clock = clock;
        this.senders = senders;
        this.gate = new TimerGate(clock, SAFETY_POLL);
    }

    void start(@Observes StartupEvent started) {
        for (Channel channel : deliver.channels()) {
            workers.add(new SendWorkers(channel, senders, deliver, outcomes, gate::wake));
        }
        thread.start();
    }

    void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticePlanned ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop(STOP_TIMEOUT);
        for (SendWorkers ofChannel : workers) {
            ofChannel.stop();
        }
    }

    @Override
    public long due(Instant now) {
        // In the order in which a message goes: one that leaves between the two counts is in the second.
        return notices.waiting(now) + deliveries.waiting(now);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return Stream.of(Optional.ofNullable(notices.nextAt()), Optional.ofNullable(deliveries.nextAt()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        int done = dispatchDue();
        for (SendWorkers ofChannel : workers) {
            done += ofChannel.sendDue();
        }
        if (done == 0) {
            gate.rest(now, nextDueAt());
        }
    }

    private int dispatchDue() {
        List<UUID> due = dispatch.due();
        if (due.isEmpty()) {
            return 0;
        }
        try {
            dispatch.dispatch(due);
        } catch (RuntimeException batch) {
            LOG.warnf("Dispatching a batch failed; retrying each message alone: %s", batch);
            due.forEach(this::dispatchAlone);
        }
        return due.size();
    }

    private void dispatchAlone(UUID id) {
        try {
            dispatch.dispatch(List.of(id));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Could not dispatch message %s; retrying later", id);
            dispatch.postpone(id);
        }
    }
}
