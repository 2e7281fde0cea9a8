package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journey is over, or goes on without credit: the application closes and the credit desk's open promises are withdrawn.
 * The other features release what they hold for it.
 */
@ApplicationScoped
public class CloseApplicationHandler {

    private final Applications applications;
    private final StoreDecision decisions;
    private final PromiseDesk desk;
    private final BusinessClock clock;
    private final Event<Application.Closed> closed;

    CloseApplicationHandler(
            Applications applications,
            StoreDecision decisions,
            PromiseDesk desk,
            BusinessClock clock,
            Event<Application.Closed> closed) {
        this.applications = applications;
        this.decisions = decisions;
        this.desk = desk;
        this.clock = clock;
        this.closed = closed;
    }

    @Transactional
    public void ended(UUID journeyId, JourneyEnded ended) {
        close(journeyId, ended.end(), "the journey is over");
    }

    @Transactional
    public void paymentChanged(UUID journeyId, PaymentChanged changed) {
        if (changed.payment() != PaymentMethod.CREDIT) {
            close(journeyId, null, "the customer pays in another way");
        }
    }

    /** An order that was never on credit has no application, and nothing was promised for it here. */
    private void close(UUID journeyId, @Nullable JourneyEnd end, String why) {
        applications.ofJourneyForChange(journeyId).ifPresent(application -> {
            desk.withdrawAll(journeyId, why, Actors.POLICY);
            Decision<Application> decision = application.closed(end, clock.instant());
            Application after = decisions.store(decision, Actors.POLICY);
            if (decision.isChange()) {
                closed.fire(new Application.Closed(after, Actors.POLICY));
            }
        });
    }
}
