package io.orderjourney.notification.watch.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.deadletters.Failures;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.BatchSize;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.messaging.loops.WorkerPool;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread of the watch. It fires timers that are due, reassesses queued journeys, and rests until the next timer or until
 * a journey is queued in this process; what another replica left behind is found by the safety poll. While more is queued than
 * one batch, helpers take batches beside it, as another replica would. It begins when the service has started, which is after
 * the database was migrated.
 */
@ApplicationScoped
public class WatchLoop implements PendingWork, LoopOwner {

    private static final Logger LOG = Logger.getLogger(WatchLoop.class);
    private static final Duration SAFETY_POLL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final int FIRST_BATCH = 200;
    private static final int BATCH_MAX = 1_000;
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
    private final BatchSize batch = newBatch();
    private final WorkerPool helpers;

    /** @param workers how many reassess journeys at the same time, this thread among them */
    WatchLoop(
            WatchHandler handler,
            WatchQueue queue,
            Timers timers,
            BusinessClock clock,
            Instance<MeterRegistry> meters,
            @ConfigProperty(name = "journey.watch.workers") int workers) {
        this.handler = handler;
        this.queue = queue;
        this.timers = timers;
        this.clock = clock;
        this.meters = meters;
        this.gate = new TimerGate(clock, SAFETY_POLL);
        this.helpers = new WorkerPool("reassess-journeys", workers - 1, gate::wake);
    }

    private static BatchSize newBatch() {
        return new BatchSize(FIRST_BATCH, BATCH_MAX);
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

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop(STOP_TIMEOUT);
        helpers.stop(STOP_TIMEOUT);
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
        int fired = handler.fireTimers();
        int reassessed = reassessBatch(batch);
        if (fired + reassessed == 0 && handler.sweep(SWEEP_MAX) == 0) {
            gate.rest(now, timers.nextFireAt());
        }
    }

    /** As long as batches come back full. */
    private void help() {
        BatchSize own = newBatch();
        int asked;
        do {
            asked = own.get();
        } while (!thread.isStopping() && reassessBatch(own) >= asked);
    }

    private int reassessBatch(BatchSize size) {
        int asked = size.get();
        long startedNanos = System.nanoTime();
        int reassessed = reassess(asked);
        size.took(reassessed, Duration.ofNanos(System.nanoTime() - startedNanos));
        if (reassessed >= asked && !thread.isStopping()) {
            helpers.startIfFree(this::help);
        }
        return reassessed;
    }

    private int reassess(int atMost) {
        try {
            return handler.reassessJourneys(atMost);
        } catch (RuntimeException together) {
            LOG.warnf("Reassessing a batch failed; retrying each journey alone: %s", together);
            Collection<UUID> waiting = queue.waiting(atMost);
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
