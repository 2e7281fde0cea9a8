package io.orderjourney.notification.watch.rest;

import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.notification.watch.usecase.WatchLoop;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the watch has died or hangs, which only a restart can end; a database that is away leaves it up. */
@Liveness
@Singleton
class WatchAlive implements HealthCheck {

    private final WatchLoop loop;

    WatchAlive(WatchLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("promise watch")
                .status(!loop.heartbeat().isStuck(Heartbeat.SILENCE_MAX))
                .build();
    }
}
