package io.orderjourney.messaging.loops;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: doubling from 50 ms to 2 s, each between half of itself and the whole. */
public final class Backoff {

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2_000;

    private long nextMillis = FIRST_MILLIS;

    public Duration next() {
        long millis = nextMillis;
        nextMillis = Math.min(LONGEST_MILLIS, nextMillis * 2);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    public void reset() {
        nextMillis = FIRST_MILLIS;
    }
}
