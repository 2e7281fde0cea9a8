package io.orderjourney.messaging.quarkus;

import io.orderjourney.messaging.loops.Heartbeat;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * The watchdog: down when a loop has died or hangs, which only a restart can end. A broker or database that is away leaves it
 * up, since a restart would not bring them back.
 */
@Liveness
@Singleton
class LoopLivenessCheck implements HealthCheck {

    private final MessagingLoops loops;

    LoopLivenessCheck(MessagingLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("messaging loops");
        boolean alive = true;
        for (Heartbeat heartbeat : loops.heartbeats()) {
            boolean stuck = heartbeat.isStuck(Heartbeat.SILENCE_MAX);
            alive &= !stuck;
            answer.withData(heartbeat.loop(), stuck ? "stuck" : "alive");
        }
        return answer.status(alive).build();
    }
}
