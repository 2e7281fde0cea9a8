package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.messaging.loops.WorkerPool;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the bank what it must be told, a few requests at a time. What fails stays in the table and is due again; the loop
 * itself survives everything but the end of the process, and resumes where the table says.
 */
@Singleton
public class BankRequestLoop implements PendingWork, LoopOwner {

    /** As many as {@code BankHttpClient} lets through at once: more would only queue there. */
    static final int CALLS_AT_ONCE = 4;

    private static final Logger LOG = Logger.getLogger(BankRequestLoop.class);
    private static final Duration SAFETY_LOOK = Duration.ofSeconds(1);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final Duration END_WITHIN = Duration.ofSeconds(2);
    private static final Duration CALLS_END_WITHIN = Duration.ofSeconds(15);

    private final SendBankRequest sender;
    private final BankRequests requests;
    private final BankLeaderLock leaderLock;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final boolean enabled;
    private final Set<BankRequest.Key> inFlight = ConcurrentHashMap.newKeySet();
    private final TimerGate gate;
    private final WorkerPool workers;
    private final BackgroundLoop thread = new BackgroundLoop("bank-requests", this::round);

    BankRequestLoop(
            SendBankRequest sender,
            BankRequests requests,
            BankLeaderLock leaderLock,
            Transactions transactions,
            BusinessClock clock,
            @ConfigProperty(name = "journey.partners.bank.enabled", defaultValue = "true") boolean enabled) {
        this.sender = sender;
        this.requests = requests;
        this.leaderLock = leaderLock;
        this.transactions = transactions;
        this.clock = clock;
        this.enabled = enabled;
        this.gate = new TimerGate(clock, SAFETY_LOOK);
        this.workers = new WorkerPool("bank-call", CALLS_AT_ONCE, gate::wake);
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            thread.start();
        }
    }

    void enqueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) BankRequestEnqueued ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        thread.stop(END_WITHIN);
        // Calls that still run then are interrupted; the table knows that they were not acknowledged.
        workers.stop(CALLS_END_WITHIN);
        leaderLock.release();
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    @Override
    public long due(Instant now) {
        return enabled ? transactions.call(() -> requests.countDue(now)) : 0;
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return enabled ? transactions.call(requests::nextAttemptAt).orElse(null) : null;
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        if (!leaderLock.isHeld()) {
            gate.rest(now, null);
        } else if (callDue() == 0) {
            gate.rest(now, nextDueAt());
        }
    }

    /** Starts as many calls as there are free workers. Returns how many that was. */
    private int callDue() throws InterruptedException {
        int free = workers.awaitFree();
        List<BankRequest> due = transactions.call(() -> requests.due(clock.instant(), List.copyOf(inFlight), free));
        for (BankRequest request : due) {
            inFlight.add(request.key());
            workers.start(() -> call(request));
        }
        return due.size();
    }

    private void call(BankRequest request) {
        try {
            sender.send(request);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Outcome of bank request %s could not be stored; it is sent again", request.key());
            pause();
        } finally {
            inFlight.remove(request.key());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
