package io.orderjourney.credit.bank.rest;

import io.orderjourney.credit.bank.usecase.BankRequestLoop;
import io.orderjourney.messaging.loops.Heartbeat;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the loop that calls the bank has died or hangs, which only a restart can end; an unavailable bank leaves it up. */
@Liveness
@Singleton
class BankRequestLoopAlive implements HealthCheck {

    private final BankRequestLoop loop;

    BankRequestLoopAlive(BankRequestLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("bank calls")
                .status(!loop.heartbeat().isStuck(Heartbeat.SILENCE_MAX))
                .build();
    }
}
