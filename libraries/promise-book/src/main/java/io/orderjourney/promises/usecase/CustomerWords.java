package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.promises.Deliveries;
import io.orderjourney.promises.EvidenceMissing;
import io.orderjourney.promises.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Knows when a customer spoke with the shop, in whichever service that was logged. */
@ApplicationScoped
public class CustomerWords {

    private final Deliveries deliveries;

    CustomerWords(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The customer asked how things stand. */
    @Transactional
    public void asked(UUID journeyId, Instant at) {
        deliveries.spoke(journeyId, at);
    }

    /** Somebody called the customer. Who asked in it for another call has got that time already. */
    @Transactional
    public void called(UUID journeyId, CallOutcome outcome, Instant at) {
        if (outcome == CallOutcome.REACHED) {
            deliveries.spoke(journeyId, at);
        }
    }

    /** The customer answered a message. */
    @Transactional
    public void answered(UUID journeyId, CustomerAnswered answered) {
        if (answered.answer() == CustomerAnswer.ANOTHER_TIME) {
            deliveries.spoke(journeyId, answered.answeredAt());
        }
    }

    /** @throws EvidenceMissing if the customer said nothing since the promise was made, or it gave another date already */
    void requireOf(Promise promise) {
        if (!deliveries.takeWord(promise.journeyId(), promise.madeAt())) {
            throw new EvidenceMissing();
        }
    }
}
