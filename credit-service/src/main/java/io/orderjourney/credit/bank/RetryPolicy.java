package io.orderjourney.credit.bank;

import java.time.Duration;
import java.time.Instant;

/**
 * When the bank is called again after a call in vain: soon at first, then in doubling distances, never more than half an hour
 * apart, so that a bank that was away for an evening has everything soon after it is back. Each distance is shortened by up
 * to a third at random, so that thousands that wait do not come back at the same moment.
 */
public final class RetryPolicy {

    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** While the bank is known to be away nobody calls it; this long nobody even tries. */
    static final Duration AWAY = Duration.ofMinutes(1);

    private static final int DOUBLINGS_MAX = 6;

    private RetryPolicy() {}

    /**
     * The business time of the next attempt.
     *
     * @param attempts calls in vain so far, this one included: 1 or more
     * @param luck from 0 to 1, drawn anew each time
     */
    public static Instant nextAttemptAt(int attempts, Instant now, double luck) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, DOUBLINGS_MAX));
        return now.plus(shortened(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled, luck));
    }

    /** The business time of the next attempt, if this one was not made because the bank is known to be away. */
    public static Instant whileAway(Instant now, double luck) {
        return now.plus(shortened(AWAY, luck));
    }

    private static Duration shortened(Duration whole, double luck) {
        long third = whole.toMillis() / 3;
        return whole.minusMillis((long) (third * luck));
    }
}
