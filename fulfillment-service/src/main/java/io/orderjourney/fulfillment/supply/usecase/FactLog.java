package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records what a rule decided, in the transaction of the decision. */
@ApplicationScoped
public class FactLog {

    private final JourneyLog log;

    FactLog(JourneyLog log) {
        this.log = log;
    }

    /** Records the facts in their order. */
    public void record(UUID orderId, List<Fact<?>> facts, Trigger trigger) {
        record(events(orderId, facts, trigger));
    }

    /** Records facts of many orders in one statement, each order's in their order. */
    public void record(List<NewEvent<?>> events) {
        log.append(events);
    }

    /** The facts as they are recorded. */
    public static List<NewEvent<?>> events(UUID orderId, List<Fact<?>> facts, Trigger trigger) {
        List<NewEvent<?>> events = new ArrayList<>();
        facts.forEach(fact -> events.add(event(orderId, fact, trigger)));
        return events;
    }

    private static <T> NewEvent<T> event(UUID orderId, Fact<T> fact, Trigger trigger) {
        return NewEvent.of(fact.type(), orderId, fact.data(), trigger.actor()).causedBy(trigger.eventId());
    }
}
