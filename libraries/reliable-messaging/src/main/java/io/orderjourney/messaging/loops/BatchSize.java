package io.orderjourney.messaging.loops;

import java.time.Duration;

/**
 * How much one transaction takes: as much as is done in a time that nobody notices. A transaction that takes long holds its
 * locks long, and one that reaches the limit of transactions is work thrown away. Not for several threads: each has its own.
 */
public final class BatchSize {

    /** A full batch that is faster than this may be twice as large. */
    static final Duration SHORT = Duration.ofMillis(200);

    /** A batch that is slower than this is halved. */
    static final Duration LONG = Duration.ofSeconds(1);

    private final int max;
    private int size;

    /** @param max is never exceeded, however fast it goes */
    public BatchSize(int first, int max) {
        this.size = first;
        this.max = max;
    }

    /** How much to take now. */
    public int get() {
        return size;
    }

    /** So much took this time, whether it was done or not. */
    public void took(int count, Duration time) {
        if (time.compareTo(LONG) > 0) {
            size = Math.max(1, Math.min(size, count) / 2);
        } else if (count >= size && time.compareTo(SHORT) < 0) {
            size = Math.min(max, size * 2);
        }
    }
}
