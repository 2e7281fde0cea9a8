package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was promised to whom, and by when at first. It never changes: what becomes of a promise stands beside it.
 *
 * @param desk the desk that keeps it
 * @param partner whose part it needs from outside, e.g. {@code bank}; absent for none
 * @param owner the service that decides about it
 * @param madeBy who made it, e.g. {@code sales:anna} or {@code policy}
 * @param language BCP 47 language in which the customer is told
 * @param waitsFor kinds of the same journey that must be done first
 * @param madeAt business time
 * @param firstPromisedAt the due time first said; the score is counted against it
 */
public record Commitment(
        UUID journeyId,
        UUID customerId,
        PromiseKind kind,
        Desk desk,
        @Nullable String partner,
        String owner,
        String madeBy,
        String language,
        List<PromiseKind> waitsFor,
        Instant madeAt,
        Instant firstPromisedAt) {}
