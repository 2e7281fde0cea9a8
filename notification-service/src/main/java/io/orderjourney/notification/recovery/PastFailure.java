package io.orderjourney.notification.recovery;

import io.orderjourney.contracts.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise that ended badly, as the scores keep it.
 *
 * @param late how long after the first promised date it ended
 * @param unannounced the customer was not told before
 * @param valueMinor what the order costs; 0 if that is unknown
 * @param cause why it was late; absent if unknown
 * @param endedAt when it was kept, or missed
 */
public record PastFailure(
        UUID promiseId,
        UUID journeyId,
        UUID customerId,
        Duration late,
        boolean unannounced,
        long valueMinor,
        @Nullable ReasonCode cause,
        Instant endedAt) {}
