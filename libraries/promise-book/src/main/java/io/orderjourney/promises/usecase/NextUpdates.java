package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Deliveries;
import io.orderjourney.promises.Delivery;
import io.orderjourney.promises.NextUpdatePolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Keeps our promise of a next update with the message that gave it. The message and its news travel on two topics that do
 * not wait for each other, so each of them is looked at when it comes, together with what came before.
 */
@ApplicationScoped
public class NextUpdates {

    private static final String ACTOR = "policy";

    private final Promises promises;
    private final PromiseDesk desk;
    private final Deliveries deliveries;

    NextUpdates(Promises promises, PromiseDesk desk, Deliveries deliveries) {
        this.promises = promises;
        this.desk = desk;
        this.deliveries = deliveries;
    }

    /** The customer got a message. */
    @Transactional
    public void delivered(UUID journeyId, Delivery message) {
        desk.open(journeyId, PromiseKind.NEXT_UPDATE).ifPresent(update -> {
            deliveries.add(journeyId, message);
            keepIfGiven(journeyId, update);
        });
    }

    /** Something was promised in this journey. The replica has learned it before. */
    @Transactional
    public void promised(UUID journeyId) {
        desk.open(journeyId, PromiseKind.NEXT_UPDATE).ifPresent(update -> keepIfGiven(journeyId, update));
    }

    private void keepIfGiven(UUID journeyId, Promise update) {
        NextUpdatePolicy.keptBy(update, promises.of(journeyId), deliveries.of(journeyId))
                .ifPresent(message -> {
                    desk.keep(update.id(), "notice " + message.noticeId(), ACTOR);
                    deliveries.forget(journeyId);
                });
    }
}
