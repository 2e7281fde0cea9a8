package io.orderjourney.notification.watch.usecase;

import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.notification.watch.JourneysMarked;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread of the watch. It fires what is due, looks at the journeys it must look at, and rests until the next timer
 * or until a journey is marked in this process; what another replica left behind is found by the safety look. It begins
 * when the service has started, which is after the database was migrated.
 */
@ApplicationScoped
public class WatchLoop implements PendingWork {

    private static final Logger LOG = Logger.getLogger(WatchLoop.class);
    private static final Duration SAFETY_LOOK = Duration.ofSeconds(1);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);
    private static final int JOURNEYS_MAX = 100;

    private final WatchHandler handler;
    private final WatchedJourneys journeys;
    private final Timers timers;
    private final BusinessClock clock;
    private final TimerGate gate;
    private final BackgroundLoop thread = new BackgroundLoop("promise-watch", this::round);

    WatchLoop(WatchHandler handler, WatchedJourneys journeys, Timers timers, BusinessClock clock) {
        this.handler = handler;
        this.journeys = journeys;
        this.timers = timers;
        this.clock = clock;
        this.gate = new TimerGate(clock, SAFETY_LOOK);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void marked(@Observes(during = TransactionPhase.AFTER_SUCCESS) JourneysMarked ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop(END_WITHIN);
    }

    @Override
    public long due(Instant now) {
        Instant next = timers.nextFireAt();
        boolean timerDue = next != null && !next.isAfter(now);
        return journeys.waiting() + (timerDue ? 1 : 0);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return timers.nextFireAt();
    }

    /** For the liveness check. */
    public Heartbeat heartbeat() {
        return thread.heartbeat();
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        if (handler.fireTimers() + lookAtJourneys() == 0) {
            gate.rest(now, timers.nextFireAt());
        }
    }

    private int lookAtJourneys() {
        try {
            return handler.lookAtJourneys(JOURNEYS_MAX);
        } catch (RuntimeException batch) {
            LOG.warnf("Looking at many journeys at once failed, each is looked at alone: %s", batch);
            Collection<UUID> waiting = journeys.waiting(JOURNEYS_MAX);
            waiting.forEach(this::lookAtAlone);
            return waiting.size();
        }
    }

    private void lookAtAlone(UUID journeyId) {
        thread.heartbeat().beat();
        try {
            handler.lookAt(journeyId);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The watch cannot look at journey %s, and tries again later", journeyId);
            handler.putOff(journeyId);
        }
    }
}
