package io.orderjourney.messaging.quarkus;

import io.orderjourney.messaging.loops.Heartbeat;
import io.orderjourney.messaging.loops.LoopOwner;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when a background loop of this process has died or hangs, which only a restart can end. A broker or database that is away leaves it
 * up, since a restart would not bring them back.
 */
@Liveness
@Singleton
class LoopLivenessCheck implements HealthCheck {

    private final MessagingLoops loops;
    private final Instance<LoopOwner> owners;

    LoopLivenessCheck(MessagingLoops loops, @Any Instance<LoopOwner> owners) {
        this.loops = loops;
        this.owners = owners;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("background loops");
        boolean alive = true;
        List<Heartbeat> heartbeats = new ArrayList<>(loops.heartbeats());
        owners.forEach(owner -> heartbeats.add(owner.loop().heartbeat()));
        for (Heartbeat heartbeat : heartbeats) {
            boolean stuck = heartbeat.isStuck(Heartbeat.SILENCE_MAX);
            alive &= !stuck;
            response.withData(heartbeat.loop(), stuck ? "stuck" : "alive");
        }
        return response.status(alive).build();
    }
}
