package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise has another date than the customer believes.
 *
 * @param revision the revision of the promise that is to be told
 * @param believedDueAt the due time the customer believes in now
 * @param believedAnchorAt the instant he arranges his day around: start of the window he believes in, or believedDueAt;
 *     he must hear before it
 * @param windowStartAt start of the new window, with precision WINDOW
 * @param reason for choosing blame-free words; absent if unknown
 */
public record DateChange(
        UUID promiseId,
        UUID journeyId,
        PromiseKind kind,
        int revision,
        Instant believedDueAt,
        Instant believedAnchorAt,
        Precision precision,
        @Nullable Instant windowStartAt,
        Instant dueAt,
        @Nullable ReasonCode reason) {

    /** Later than believed: a delay notice with an apology. Otherwise it is good news. */
    public boolean isDelay() {
        return dueAt.isAfter(believedDueAt);
    }
}
