package io.orderjourney.notification.recovery;

import io.orderjourney.contracts.ReasonCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A promise that was not kept.
 *
 * @param late how long after the first promised date it was kept, or is due now
 * @param unannounced the date passed and the customer was not told before: the worst class
 * @param repeats how often the shop failed this customer lately, this time included
 * @param valueMinor what the order costs; 0 if that is unknown
 * @param cause why it was late; absent if unknown
 */
public record Failure(
        Duration late,
        boolean unannounced,
        int repeats,
        long valueMinor,
        @Nullable ReasonCode cause) {}
