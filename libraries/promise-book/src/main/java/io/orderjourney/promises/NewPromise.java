package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise about to be made.
 *
 * @param desk the owner, if it is not the desk that the kind's policy names (a next update belongs to whoever has the journey)
 * @param waitsFor kinds of the same journey that must be done first
 * @param language in which the customer is told
 * @param madeBy who says it, e.g. {@code sales:anna} or {@code policy}
 */
public record NewPromise(
        UUID journeyId,
        UUID customerId,
        PromiseKind kind,
        @Nullable Desk desk,
        GrantedDate date,
        List<PromiseKind> waitsFor,
        String language,
        String madeBy) {}
