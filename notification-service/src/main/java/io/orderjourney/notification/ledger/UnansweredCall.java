package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.UUID;

/** The customer was called, as promised, and did not answer. */
public record UnansweredCall(UUID journeyId, PromiseKind kind, Instant calledAt) {

    public boolean isAbout(Promise promise) {
        return kind.equals(promise.kind()) && journeyId.equals(promise.journeyId());
    }
}
