package io.orderjourney.notification.watch;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A date that was said about a promise.
 *
 * @param revision 0 for the first promised date
 * @param reason why it replaced the one before; absent for the first
 * @param handedOverAt when the customer had it in hand; absent until then
 * @param missedAt when it passed unkept without a word to the customer; absent if that did not happen
 */
public record SaidDate(
        UUID promiseId,
        int revision,
        UUID journeyId,
        Instant dueAt,
        @Nullable Instant windowStartAt,
        @Nullable ReasonCode reason,
        String decidedBy,
        boolean bySystem,
        Instant saidAt,
        @Nullable Instant handedOverAt,
        @Nullable Instant missedAt) {

    /** The instant the customer arranges his day around. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }
}
