package io.orderjourney.time;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that people and tests can move forward, never back: for demos and tests only.
 *
 * <p>{@link #at} and {@link #startingAt} share one small file between all processes of a machine: it holds the milliseconds added to real
 * time, so whoever advances the clock advances it for all, at once. Between advances it runs with real time (and would follow a machine's
 * clock that is set back). {@link #inMemory} belongs to one test and stands still until it is advanced.
 */
public final class SettableClock implements BusinessClock {

    /** The milliseconds added to the underlying time; adding is atomic for everybody who shares them. */
    interface Offset {
        long millis();

        boolean compareAndSet(long expectedMillis, long newMillis);
    }

    private final LongSupplier underlyingMillis;
    private final Offset offset;

    private SettableClock(LongSupplier underlyingMillis, Offset offset) {
        this.underlyingMillis = underlyingMillis;
        this.offset = offset;
    }

    /**
     * The clock kept in this file; a new file starts at real time.
     *
     * @throws java.io.UncheckedIOException if the file cannot be opened
     * @throws IllegalArgumentException if the file is something other than a clock
     */
    public static SettableClock at(Path file) {
        return new SettableClock(System::currentTimeMillis, MappedOffset.open(file, 0));
    }

    /**
     * The clock kept in this file; a new file starts at the given instant, an existing one goes on where it is.
     *
     * @throws java.io.UncheckedIOException if the file cannot be opened
     * @throws IllegalArgumentException if the file is something other than a clock
     */
    public static SettableClock startingAt(Path file, Instant start) {
        long offsetMillis = Math.subtractExact(start.toEpochMilli(), System.currentTimeMillis());
        return new SettableClock(System::currentTimeMillis, MappedOffset.open(file, offsetMillis));
    }

    /** A clock of this process alone that stands still at the given instant until it is advanced. */
    public static SettableClock inMemory(Instant start) {
        long startMillis = start.toEpochMilli();
        AtomicLong added = new AtomicLong();
        return new SettableClock(() -> startMillis, new Offset() {
            @Override
            public long millis() {
                return added.get();
            }

            @Override
            public boolean compareAndSet(long expectedMillis, long newMillis) {
                return added.compareAndSet(expectedMillis, newMillis);
            }
        });
    }

    @Override
    public long millis() {
        return underlyingMillis.getAsLong() + offset.millis();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /**
     * Moves the clock forward for everybody who shares it. Concurrent advances add up. Parts of a millisecond are dropped.
     *
     * @return the time right after the move
     * @throws IllegalArgumentException if the duration is negative: this clock does not go back
     */
    public Instant advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward, not by " + duration);
        }
        long added = duration.toMillis();
        while (true) {
            long before = offset.millis();
            long after = Math.addExact(before, added);
            if (offset.compareAndSet(before, after)) {
                return Instant.ofEpochMilli(underlyingMillis.getAsLong() + after);
            }
        }
    }

    /**
     * Moves the clock forward to the given instant. If it is there or later already, nothing happens, so that several processes may ask for
     * the same instant.
     *
     * @return the time right after the move: the given instant or later
     */
    public Instant advanceTo(Instant target) {
        long targetMillis = target.toEpochMilli();
        while (true) {
            long before = offset.millis();
            long underlying = underlyingMillis.getAsLong();
            long after = Math.max(before, Math.subtractExact(targetMillis, underlying));
            if (after == before || offset.compareAndSet(before, after)) {
                return Instant.ofEpochMilli(underlying + after);
            }
        }
    }

    @Override
    public String toString() {
        return "SettableClock[" + instant() + "]";
    }
}
