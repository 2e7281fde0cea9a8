package io.orderjourney.credit.bank;

import java.time.Duration;
import java.time.Instant;

/**
 * When the bank is called again after a failed call: soon at first, then after doubling pauses of half an hour at most, so that a
 * bank that was down for an evening has everything soon after it is back. Each pause is shortened by up to a third at random, so
 * that thousands of waiting requests do not return at the same moment.
 */
public final class RetryPolicy {

    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** The pause of everything that is due while the circuit is open. */
    static final Duration UNAVAILABLE = Duration.ofMinutes(1);

    private static final int DOUBLINGS_MAX = 6;

    private RetryPolicy() {}

    /**
     * The business time of the next attempt.
     *
     * @param attempts failed calls so far, this one included: 1 or more
     * @param jitter from 0 to 1, at random
     */
    public static Instant nextAttemptAt(int attempts, Instant now, double jitter) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, DOUBLINGS_MAX));
        return now.plus(shortened(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled, jitter));
    }

    /** The business time of the next attempt, if this one was not made because the circuit is open. */
    public static Instant whileUnavailable(Instant now, double jitter) {
        return now.plus(shortened(UNAVAILABLE, jitter));
    }

    private static Duration shortened(Duration whole, double jitter) {
        long third = whole.toMillis() / 3;
        return whole.minusMillis((long) (third * jitter));
    }
}
