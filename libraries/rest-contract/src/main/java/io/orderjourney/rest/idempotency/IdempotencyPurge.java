package io.orderjourney.rest.idempotency;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets old responses once an hour; replicas may do so at the same time. */
@Singleton
class IdempotencyPurge {

    private static final Logger LOG = Logger.getLogger(IdempotencyPurge.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final IdempotentRequests requests;

    IdempotencyPurge(IdempotentRequests requests) {
        this.requests = requests;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(INTERVAL.toMillis(), timer -> vertx.executeBlocking(this::purge, false));
    }

    private int purge() {
        try {
            return requests.purge();
        } catch (RuntimeException e) {
            LOG.warn("Idempotency purge failed; trying again later", e);
            return 0;
        }
    }
}
