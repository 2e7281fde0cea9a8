package io.orderjourney.notification.webhooks.usecase;

import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.messaging.loops.WorkerPool;
import io.orderjourney.notification.webhooks.WebhookQueue;
import io.orderjourney.notification.webhooks.WebhookQueue.Claimed;
import io.orderjourney.notification.webhooks.Webhooks;
import io.orderjourney.notification.webhooks.Webhooks.WebhooksQueued;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that claims webhooks; workers send them, one worker for an endpoint, so that a slow receiver holds up only itself. */
@ApplicationScoped
public class WebhookLoop implements PendingWork, LoopOwner {

    private static final Logger LOG = Logger.getLogger(WebhookLoop.class);
    private static final Duration SAFETY_POLL = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration KEPT_FOR = Duration.ofDays(30);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int WORKERS = 8;
    private static final Duration WORKERS_END_WITHIN = Duration.ofSeconds(12);

    private final DeliverWebhooks deliver;
    private final Webhooks webhooks;
    private final WebhookQueue queue;
    private final BusinessClock clock;
    private final TimerGate gate;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final WorkerPool workers;
    private final BackgroundLoop thread = new BackgroundLoop("webhook-sender", this::round);
    private Instant forgetAt = Instant.MIN;

    WebhookLoop(DeliverWebhooks deliver, Webhooks webhooks, WebhookQueue queue, BusinessClock clock) {
        this.deliver = deliver;
        this.webhooks = webhooks;
        this.queue = queue;
        this.clock = clock;
        this.gate = new TimerGate(clock, SAFETY_POLL);
        this.workers = new WorkerPool("send-webhook", WORKERS, gate::wake);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) WebhooksQueued ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop(STOP_TIMEOUT);
        // What was not recorded by then is sent again under the same id when its lease ends.
        workers.stop(WORKERS_END_WITHIN);
    }

    @Override
    public long due(Instant now) {
        return queue.due(now);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return queue.nextAt();
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        forgetOld(now);
        int free = workers.free();
        if (free > 0) {
            deliver.claim(Set.copyOf(busy), free).forEach(this::send);
        }
        gate.rest(now, busy.isEmpty() ? queue.nextAt() : null);
    }

    private void send(UUID endpointId, List<Claimed> claimed) {
        busy.add(endpointId);
        workers.start(() -> {
            try {
                deliver.send(claimed);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "Could not record deliveries to webhook endpoint %s", endpointId);
            } finally {
                busy.remove(endpointId);
            }
        });
    }

    private void forgetOld(Instant now) {
        if (now.isBefore(forgetAt)) {
            return;
        }
        while (webhooks.forgetBefore(now.minus(KEPT_FOR), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
            thread.heartbeat().beat();
        }
        forgetAt = now.plus(FORGET_EVERY);
    }
}
