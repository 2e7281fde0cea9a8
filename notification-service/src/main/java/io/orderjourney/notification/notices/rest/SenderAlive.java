package io.orderjourney.notification.notices.rest;

import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.notification.notices.usecase.SendLoop;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the sender of messages has died or hangs, which only a restart can end; a database that is away leaves it up. */
@Liveness
@Singleton
class SenderAlive implements HealthCheck {

    private final SendLoop loop;

    SenderAlive(SendLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("notice sender")
                .status(!loop.heartbeat().isStuck(Heartbeat.SILENCE_MAX))
                .build();
    }
}
