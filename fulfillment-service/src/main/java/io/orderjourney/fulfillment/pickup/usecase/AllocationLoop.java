package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.stockalerts.StockAlert;
import io.orderjourney.fulfillment.stockalerts.usecase.StockAlertHandler;
import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.AllocationPasses.PassLeft;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that brings a change in supply to all who wait for the goods, however many they are. It rests until something is
 * left for it in this process; what another replica left is found by the safety poll.
 */
@ApplicationScoped
public class AllocationLoop implements PendingWork, LoopOwner {

    private static final Logger LOG = Logger.getLogger(AllocationLoop.class);
    private static final Duration SAFETY_POLL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final AllocationPasses passes;
    private final GoOnAllocating allocating;
    private final StockAlert.Book alerts;
    private final StockAlertHandler alerting;
    private final BusinessClock clock;
    private final TimerGate gate;
    private final BackgroundLoop thread = new BackgroundLoop("allocation", this::round);

    AllocationLoop(
            AllocationPasses passes,
            GoOnAllocating allocating,
            StockAlert.Book alerts,
            StockAlertHandler alerting,
            BusinessClock clock) {
        this.passes = passes;
        this.allocating = allocating;
        this.alerts = alerts;
        this.alerting = alerting;
        this.clock = clock;
        this.gate = new TimerGate(clock, SAFETY_POLL);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) PassLeft ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop(STOP_TIMEOUT);
    }

    @Override
    public long due(Instant now) {
        return passes.count() + alerts.passes();
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return null;
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    private void round() throws InterruptedException {
        Optional<StockLevel.Key> item = passes.next();
        if (item.isPresent()) {
            goOn(item.get());
        } else if (!alerting.goOn()) {
            // Who ordered was served first.
            gate.rest(clock.instant(), null);
        }
    }

    private void goOn(StockLevel.Key item) {
        try {
            allocating.goOn(item, Reallocate.CHANGES_MAX);
        } catch (RuntimeException slice) {
            LOG.warnf("Allocating %s failed; retrying one order alone: %s", item, slice);
            goOnAlone(item);
        }
    }

    private void goOnAlone(StockLevel.Key item) {
        try {
            allocating.goOn(item, 1);
        } catch (RuntimeException failed) {
            // The queue is not changed out of order: it waits, and other items go on.
            allocating.setBack(item);
            throw failed;
        }
    }
}
