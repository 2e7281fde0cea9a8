package io.orderjourney.fulfillment.pickup.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.fulfillment.CollectorCodeIssued;
import io.orderjourney.fulfillment.pickup.IssuedCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.promises.Fact;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The codes with which somebody else collects an order. Only the customer is told one; the counter is shown it and types it. */
@ApplicationScoped
public class CollectorCodes {

    private static final Logger LOG = Logger.getLogger(CollectorCodes.class);

    private final Pickups pickups;
    private final FactLog facts;
    private final BusinessClock clock;
    private final String secret;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    CollectorCodes(
            Pickups pickups,
            FactLog facts,
            BusinessClock clock,
            @ConfigProperty(name = "journey.offers.secret") String secret) {
        this.pickups = pickups;
        this.facts = facts;
        this.clock = clock;
        this.secret = secret;
    }

    /**
     * Issues a code; an earlier one is void.
     *
     * @throws Pickup.NotFound if there is no such order here
     * @throws Pickup.Refused if the pickup is closed
     */
    @Transactional
    public void issue(UUID orderId, Trigger trigger) {
        Pickup pickup = pickups.findForChange(orderId).orElseThrow(() -> new Pickup.NotFound(orderId));
        pickup.requireHere("collected by somebody else");
        issue(pickup, trigger);
    }

    /** As {@link #issue}, from a page that may be old: an order that is over changes nothing. */
    @Transactional
    public void answered(UUID orderId, Trigger trigger) {
        pickups.findForChange(orderId).ifPresent(pickup -> {
            if (pickup.isClosed()) {
                LOG.infof("Order %s is over: nobody collects it", orderId);
            } else {
                issue(pickup, trigger);
            }
        });
    }

    private void issue(Pickup pickup, Trigger trigger) {
        IssuedCode code = new IssuedCode(pickup.orderId(), ids.generate(), 0, clock.instant());
        pickups.store(code);
        Fact<?> fact =
                new Fact<>(EventTypes.COLLECTOR_CODE_ISSUED, new CollectorCodeIssued(code.codeId(), code.issuedAt()));
        facts.record(pickup.orderId(), List.of(fact), trigger);
    }

    /**
     * Checks what was typed at the counter. A wrong try counts, whatever becomes of the hand-over.
     *
     * @throws IssuedCode.WrongCode if it is not the code, or none is valid
     */
    public void require(UUID orderId, String typed) {
        int left = QuarkusTransaction.requiringNew().call(() -> tried(orderId, typed));
        if (left >= 0) {
            throw new IssuedCode.WrongCode(left);
        }
    }

    /** @return how many tries are left after a wrong one; -1 for the right one */
    private int tried(UUID orderId, String typed) {
        IssuedCode code = pickups.codeForChange(orderId).orElse(null);
        if (code == null) {
            return 0;
        }
        if (code.isRight(typed, secret)) {
            return -1;
        }
        IssuedCode after = code.wronglyTried();
        pickups.store(after);
        return after.triesLeft();
    }
}
