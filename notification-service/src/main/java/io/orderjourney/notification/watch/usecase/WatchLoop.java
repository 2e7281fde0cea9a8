package io.orderjourney.notification.watch.usecase;

import io.orderjourney.messaging.Heartbeat;
import io.orderjourney.messaging.Unsettled;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.time.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread of the watch. It fires what is due, looks at the journeys it must look at, and rests until the next timer,
 * with a short longest rest: journeys are handed in by other threads, and in a demo time itself jumps. It begins when the
 * service has started, which is after the database was migrated.
 */
@ApplicationScoped
public class WatchLoop implements Unsettled {

    private static final Logger LOG = Logger.getLogger(WatchLoop.class);
    private static final Duration REST_MAX = Duration.ofMillis(200);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int JOURNEYS_MAX = 100;

    private final WatchHandler handler;
    private final WatchedJourneys journeys;
    private final Timers timers;
    private final BusinessClock clock;
    private final Thread thread = new Thread(this::run, "promise-watch");
    private final Heartbeat heartbeat = new Heartbeat("promise-watch");
    private volatile boolean stopping;

    WatchLoop(WatchHandler handler, WatchedJourneys journeys, Timers timers, BusinessClock clock) {
        this.handler = handler;
        this.journeys = journeys;
        this.timers = timers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
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
        return heartbeat;
    }

    private void run() {
        heartbeat.started();
        while (!stopping) {
            heartbeat.beat();
            Duration rest = round();
            try {
                Thread.sleep(rest.toMillis());
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        heartbeat.ended();
    }

    /** @return how long nothing needs to be done */
    private Duration round() {
        try {
            int fired = handler.fireTimers();
            int looked = lookAtJourneys();
            if (fired + looked > 0) {
                return Duration.ZERO;
            }
            Instant next = timers.nextFireAt();
            Duration untilNext = next == null ? REST_MAX : Duration.between(clock.instant(), next);
            return shorter(REST_MAX, Objects.requireNonNull(untilNext));
        } catch (RuntimeException failed) {
            if (!stopping) {
                LOG.error("The watch could not finish a round and tries again", failed);
            }
            return REST_AFTER_FAILURE;
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
        heartbeat.beat();
        try {
            handler.lookAt(journeyId);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The watch cannot look at journey %s, and tries again later", journeyId);
            handler.putOff(journeyId);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        if (other.isNegative()) {
            return Duration.ZERO;
        }
        return one.compareTo(other) < 0 ? one : other;
    }
}
