package io.orderjourney.messaging.quarkus;

import io.orderjourney.messaging.loops.Heartbeat;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while all loops run: not before they were started, and no longer when the service is stopping. */
@Readiness
@Singleton
class LoopReadinessCheck implements HealthCheck {

    private final MessagingLoops loops;

    LoopReadinessCheck(MessagingLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("messaging started")
                .status(loops.heartbeats().stream().allMatch(Heartbeat::isRunning))
                .build();
    }
}
