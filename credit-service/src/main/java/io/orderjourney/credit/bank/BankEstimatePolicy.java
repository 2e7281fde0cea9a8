package io.orderjourney.credit.bank;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of a partner's dates we pass on to a customer. The bank's clock and its programs are not ours: a date in the past or
 * far away is no date, and is treated as if none had been said.
 */
public final class BankEstimatePolicy {

    /** A bank that needs longer than this has mistyped the year. */
    static final Duration FARTHEST = Duration.ofDays(60);

    private BankEstimatePolicy() {}

    /** The expected time, if it can be believed now. */
    public static @Nullable Instant believable(@Nullable Instant expectedAt, Instant now) {
        boolean believable = expectedAt != null && expectedAt.isAfter(now) && !expectedAt.isAfter(now.plus(FARTHEST));
        return believable ? expectedAt : null;
    }

    /** When something happened at the bank: not after we heard of it. */
    public static Instant notAfter(Instant saidAt, Instant now) {
        return saidAt.isAfter(now) ? now : saidAt;
    }
}
