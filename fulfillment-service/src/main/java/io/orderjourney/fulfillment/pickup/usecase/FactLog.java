package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Records what a rule decided, in the transaction of the decision. */
@ApplicationScoped
class FactLog {

    private final JourneyLog log;

    FactLog(JourneyLog log) {
        this.log = log;
    }

    /** Records the facts in their order. */
    void record(UUID orderId, List<Fact<?>> facts, Trigger trigger) {
        log.append(facts.stream().map(fact -> event(orderId, fact, trigger)).toList());
    }

    private static <T> NewEvent<T> event(UUID orderId, Fact<T> fact, Trigger trigger) {
        return NewEvent.of(fact.type(), orderId, fact.data(), trigger.actor()).causedBy(trigger.eventId());
    }
}
