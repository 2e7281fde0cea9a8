package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.Heartbeat;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the bank what it must be told, a few requests at a time. What fails stays in the table and is due again; the loop
 * itself survives everything but the end of the process, and resumes where the table says.
 */
@Singleton
public class BankRequestLoop implements PendingWork {

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
    private final Semaphore free = new Semaphore(CALLS_AT_ONCE);
    private final TimerGate gate;
    private final ExecutorService workers = Executors.newFixedThreadPool(CALLS_AT_ONCE, BankRequestLoop::named);
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
        workers.shutdown();
        if (!workers.awaitTermination(CALLS_END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            // Calls that still run are interrupted; the table knows that they were not acknowledged.
            workers.shutdownNow();
        }
        leaderLock.release();
    }

    /** For the liveness check. */
    public Heartbeat heartbeat() {
        return thread.heartbeat();
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
        free.acquire();
        free.release();
        int permits = free.availablePermits();
        List<BankRequest> due = transactions.call(() -> requests.due(clock.instant(), List.copyOf(inFlight), permits));
        for (BankRequest request : due) {
            free.acquire();
            inFlight.add(request.key());
            workers.execute(() -> call(request));
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
            free.release();
            gate.wake();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "bank-call");
        thread.setDaemon(true);
        return thread;
    }
}
