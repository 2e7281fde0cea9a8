package io.orderjourney.notification.incidents.usecase;

import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.notification.incidents.Heartbeats;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.ReschedulePlan.ReschedulePlans;
import io.orderjourney.notification.incidents.usecase.IncidentHandler.IncidentsChanged;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The thread that finds silent heartbeats and does what follows by itself in an incident. It knows no closing time. */
@ApplicationScoped
public class IncidentLoop implements PendingWork, LoopOwner {

    private static final Duration SAFETY_POLL = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final HeartbeatHandler heartbeatHandler;
    private final CallPeople people;
    private final CarryOutPlans plans;
    private final ReschedulePlans storedPlans;
    private final Incidents incidents;
    private final Heartbeats heartbeats;
    private final BusinessClock clock;
    private final TimerGate gate;
    private final BackgroundLoop thread = new BackgroundLoop("incidents", this::round);

    IncidentLoop(
            HeartbeatHandler heartbeatHandler,
            CallPeople people,
            CarryOutPlans plans,
            ReschedulePlans storedPlans,
            Incidents incidents,
            Heartbeats heartbeats,
            BusinessClock clock) {
        this.heartbeatHandler = heartbeatHandler;
        this.people = people;
        this.plans = plans;
        this.storedPlans = storedPlans;
        this.incidents = incidents;
        this.heartbeats = heartbeats;
        this.clock = clock;
        this.gate = new TimerGate(clock, SAFETY_POLL);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) IncidentsChanged ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop(STOP_TIMEOUT);
    }

    @Override
    public long due(Instant now) {
        Instant silentAt = heartbeats.nextAt();
        boolean silent = silentAt != null && !silentAt.isAfter(now);
        return incidents.due(now) + storedPlans.unfinished() + (silent ? 1 : 0) + (people.isCalling() ? 1 : 0);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        Instant silentAt = heartbeats.nextAt();
        Instant stepAt = incidents.nextAt();
        if (silentAt == null || stepAt == null) {
            return silentAt == null ? stepAt : silentAt;
        }
        return silentAt.isBefore(stepAt) ? silentAt : stepAt;
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        boolean worked = heartbeatHandler.findSilent() > 0;
        worked |= people.callNext();
        worked |= plans.nextSlice();
        if (!worked) {
            gate.rest(now, nextDueAt());
        }
    }
}
