package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores what was decided about an application, with the facts that tell of it, in the running transaction. */
@ApplicationScoped
public class StoreDecision {

    private final Applications applications;
    private final JourneyLog log;

    StoreDecision(Applications applications, JourneyLog log) {
        this.applications = applications;
        this.log = log;
    }

    /** @return the application as it is stored now, with its new version */
    public Application store(Decision<Application> decision, String actor) {
        if (!decision.isChange()) {
            return decision.state();
        }
        Application stored = applications.change(decision.state());
        append(decision, stored.journeyId(), actor, null);
        return stored;
    }

    /**
     * Records the facts of a decision whose state is stored elsewhere.
     *
     * @param reason why, if somebody had to decide
     */
    public void append(Decision<?> decision, UUID journeyId, String actor, @Nullable ReasonCode reason) {
        decision.facts().forEach(fact -> log.append(event(fact, journeyId, actor, reason)));
    }

    private static <T> NewEvent<T> event(Fact<T> fact, UUID journeyId, String actor, @Nullable ReasonCode reason) {
        return NewEvent.of(fact.type(), journeyId, fact.data(), actor).because(reason == null ? null : reason.name());
    }
}
