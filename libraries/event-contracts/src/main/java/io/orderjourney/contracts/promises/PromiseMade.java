package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shop told one customer what it will do, and by when.
 *
 * @param partner who outside must do his part; absent if nobody
 * @param language BCP 47 language in which the customer is told
 * @param told the words the customer was told
 * @param firstPromisedAt the due time first said; it never changes
 * @param windowStartAt start of the agreed window; only with precision WINDOW
 * @param waitsFor kinds of the same journey that must be done first
 */
public record PromiseMade(
        UUID promiseId,
        PromiseKind kind,
        Desk desk,
        @Nullable String partner,
        UUID customerId,
        String madeBy,
        String language,
        String told,
        Instant firstPromisedAt,
        @Nullable Instant windowStartAt,
        Precision precision,
        List<PromiseKind> waitsFor,
        Instant madeAt) {}
