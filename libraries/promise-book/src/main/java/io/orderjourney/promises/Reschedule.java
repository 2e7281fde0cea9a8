package io.orderjourney.promises;

import io.orderjourney.contracts.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * A new due time for a promise, with its reason and who decided.
 *
 * @param note for the shop only; the customer never reads it
 * @param actor who did it, e.g. {@code credit:anna}
 * @param told the words for the customer
 */
public record Reschedule(
        GrantedDate date, ReasonCode reason, @Nullable String note, DecidedBy decidedBy, String actor, String told) {}
