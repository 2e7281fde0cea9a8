package io.orderjourney.credit.bank.usecase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.orderjourney.credit.bank.ParkedCallbacks;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps a callback about an application that we do not have, for people to look at. */
@ApplicationScoped
public class ParkCallbackHandler {

    private static final Logger LOG = Logger.getLogger(ParkCallbackHandler.class);

    private final Counter blockedCount = Metrics.counter("journey.bank.callbacks.parked");
    private final ParkedCallbacks callbacks;
    private final BusinessClock clock;
    private final Event<Parked> parked;

    ParkCallbackHandler(ParkedCallbacks callbacks, BusinessClock clock, Event<Parked> parked) {
        this.callbacks = callbacks;
        this.clock = clock;
        this.parked = parked;
    }

    /** Inside this service: a callback was parked. */
    record Parked(String kind, UUID reference) {}

    /**
     * Parks one callback; the same one again is neither kept nor counted twice.
     *
     * @param messageId the bank's, or its gateway's, own id of the message
     * @param kind {@code decision} or {@code papers}
     */
    @Transactional
    public void handle(String messageId, String kind, UUID reference, String body) {
        if (callbacks.park(messageId, kind, reference, body, clock.instant())) {
            parked.fire(new Parked(kind, reference));
        }
    }

    void parked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Parked callback) {
        blockedCount.increment();
        LOG.warnf("Bank callback parked: %s of unknown application %s", callback.kind(), callback.reference());
    }
}
