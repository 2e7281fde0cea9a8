package io.orderjourney.notification.watch.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.deadletters.Failures;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.notification.watch.WatchQueue.JourneysQueued;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread of the watch. It fires timers that are due, reassesses queued journeys, and rests until the next timer or until
 * a journey is queued in this process; what another replica left behind is found by the safety poll. It begins when the
 * service has started, which is after the database was migrated.
 */
@ApplicationScoped
public class WatchLoop implements PendingWork, LoopOwner {

    private static final Logger LOG = Logger.getLogger(WatchLoop.class);
    private static final Duration SAFETY_POLL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final int JOURNEYS_MAX = 200;
    private static final int REASON_LENGTH_MAX = 300;

    /** Journeys of a sweep that are queued at once: whatever happens meanwhile waits for no more of them than one batch. */
    private static final int SWEEP_MAX = 500;

    private static final int COUNT_MAX = 10_000;

    private final WatchHandler handler;
    private final WatchQueue queue;
    private final Timers timers;
    private final BusinessClock clock;
    private final TimerGate gate;
    private final Instance<MeterRegistry> meters;
    private final BackgroundLoop thread = new BackgroundLoop("promise-watch", this::round);

    WatchLoop(
            WatchHandler handler,
            WatchQueue queue,
            Timers timers,
            BusinessClock clock,
            Instance<MeterRegistry> meters) {
        this.handler = handler;
        this.queue = queue;
        this.timers = timers;
        this.clock = clock;
        this.meters = meters;
        this.gate = new TimerGate(clock, SAFETY_POLL);
    }

    void start(@Observes StartupEvent started) {
        if (meters.isResolvable()) {
            meters.get().gauge("journey.watch.failing", queue, WatchQueue::failing);
        }
        thread.start();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JourneysQueued ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop(STOP_TIMEOUT);
    }

    @Override
    public long due(Instant now) {
        Instant next = timers.nextFireAt();
        boolean timerDue = next != null && !next.isAfter(now);
        return queue.waitingUpTo(COUNT_MAX) + (timerDue ? 1 : 0) + (queue.isSweeping() ? 1 : 0);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return timers.nextFireAt();
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        if (handler.fireTimers() + reassessJourneys() == 0 && handler.sweep(SWEEP_MAX) == 0) {
            gate.rest(now, timers.nextFireAt());
        }
    }

    private int reassessJourneys() {
        try {
            return handler.reassessJourneys(JOURNEYS_MAX);
        } catch (RuntimeException batch) {
            LOG.warnf("Reassessing a batch failed; retrying each journey alone: %s", batch);
            Collection<UUID> waiting = queue.waiting(JOURNEYS_MAX);
            waiting.forEach(this::reassessAlone);
            return waiting.size();
        }
    }

    private void reassessAlone(UUID journeyId) {
        thread.heartbeat().beat();
        try {
            handler.reassess(journeyId);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Could not reassess journey %s; retrying later", journeyId);
            handler.postpone(journeyId, reason(failed));
        }
    }

    /** Our own rules say what is wrong; what others say may quote data. */
    private static String reason(RuntimeException failed) {
        String said = failed instanceof IllegalArgumentException ? failed.getMessage() : null;
        String reason = said == null ? Failures.redacted(failed) : said;
        return reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    }
}
