package io.orderjourney.notification.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A discount on one order, good once.
 *
 * @param validUntilAt it is good until then
 * @param redeemedAt when it was used; absent while it was not
 */
public record DiscountCode(
        String code,
        int percent,
        Instant validUntilAt,
        @Nullable Instant redeemedAt) {

    /** Whether it can be used. */
    public boolean isGoodAt(Instant now) {
        return redeemedAt == null && now.isBefore(validUntilAt);
    }
}
