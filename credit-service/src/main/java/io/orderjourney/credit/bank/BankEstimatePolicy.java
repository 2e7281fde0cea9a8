package io.orderjourney.credit.bank;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of the bank's dates we pass on. Its clock and its programs are not ours: a date in the past or far away is treated as
 * if none had been given.
 */
public final class BankEstimatePolicy {

    /** A bank that needs longer than this has mistyped the year. */
    static final Duration FARTHEST = Duration.ofDays(60);

    private BankEstimatePolicy() {}

    /** The expected time, if it is plausible now. */
    public static @Nullable Instant plausible(@Nullable Instant expectedAt, Instant now) {
        boolean isPlausible = expectedAt != null && expectedAt.isAfter(now) && !expectedAt.isAfter(now.plus(FARTHEST));
        return isPlausible ? expectedAt : null;
    }

    /** When something happened at the bank: not after it was reported. */
    public static Instant notAfter(Instant saidAt, Instant now) {
        return saidAt.isAfter(now) ? now : saidAt;
    }
}
