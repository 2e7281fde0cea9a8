package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One date of a promise.
 *
 * @param revision 0 for the first promised date
 * @param reason why it replaced the one before; absent for the first
 * @param deliveredAt when the message with this date was delivered to the customer; absent until then
 * @param missedAt when it passed unkept and without notice; absent if that did not happen
 */
public record PromisedDate(
        UUID promiseId,
        int revision,
        UUID journeyId,
        Instant dueAt,
        @Nullable Instant windowStartAt,
        @Nullable ReasonCode reason,
        String decidedBy,
        boolean bySystem,
        Instant promisedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant missedAt) {

    /** The instant that customers arrange their day around. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }
}
