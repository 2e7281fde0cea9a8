package io.orderjourney.stack.clock;

import io.orderjourney.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves business time forward the way it would have passed: it never jumps over a moment at which some process has work, and
 * goes on only when all that follows from that moment has been done.
 */
public final class ClockDriver {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /**
     * What an advance did.
     *
     * @param jumps how often the clock was moved
     * @param realMillis how long it took
     */
    public record Advanced(Instant from, Instant to, int jumps, long realMillis) {}

    /** Everybody's answers at one time; equal readings mean that nothing moved between them. */
    private record Reading(List<String> parts, long written, boolean nothingToDo, List<String> busy) {}

    private final SettableClock clock;
    private final List<Settling> processes;
    private final Supplier<ConsumerLag.Reading> lag;
    private final Duration settleLimit;

    /**
     * A driver of these processes.
     *
     * @param lag of the consumer groups
     * @param settleLimit real time after which it gives up waiting for quiet
     */
    ClockDriver(
            SettableClock clock, List<Settling> processes, Supplier<ConsumerLag.Reading> lag, Duration settleLimit) {
        this.clock = clock;
        this.processes = List.copyOf(processes);
        this.lag = lag;
        this.settleLimit = settleLimit;
    }

    /** A driver where no Kafka takes part. */
    public static ClockDriver of(SettableClock clock, List<Settling> processes, Duration settleLimit) {
        return new ClockDriver(clock, processes, () -> new ConsumerLag.Reading(0, 0), settleLimit);
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Waits until nobody has anything to do: nothing due, every outbox empty, every record consumed, twice in a row.
     *
     * @throws IllegalStateException naming who is still busy after the limit
     */
    public synchronized void settle() {
        long end = System.nanoTime() + settleLimit.toNanos();
        Reading last = read();
        while (true) {
            pause();
            Reading next = read();
            boolean quiet = next.nothingToDo() && last.nothingToDo();
            if (quiet && next.parts().equals(last.parts()) && next.written() == last.written()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not settled after " + settleLimit.toSeconds() + " s: "
                        + (next.busy().isEmpty() ? "it keeps moving" : String.join(", ", next.busy())));
            }
            last = next;
        }
    }

    /** Moves time forward, from due moment to due moment. */
    public synchronized Advanced advance(Duration by) {
        return move(by, null);
    }

    /** Moves time forward in equal steps, the last one shorter if need be. */
    public synchronized Advanced advance(Duration by, Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("A step is longer than nothing.");
        }
        return move(by, step);
    }

    private Advanced move(Duration by, @Nullable Duration step) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward.");
        }
        long startedAt = System.nanoTime();
        settle();
        Instant from = clock.instant();
        Instant target = from.plus(by);
        int jumps = 0;
        for (Instant now = from; now.isBefore(target); now = clock.instant()) {
            Instant wish = step == null ? nextDue(now) : now.plus(step);
            clock.advanceTo(wish == null || wish.isAfter(target) ? target : wish);
            jumps++;
            settle();
        }
        return new Advanced(from, clock.instant(), jumps, (System.nanoTime() - startedAt) / 1_000_000);
    }

    /** Rounded up to a whole millisecond, because a clock of milliseconds would stop just short of it. */
    private @Nullable Instant nextDue(Instant now) {
        Instant next = null;
        for (Settling process : processes) {
            Instant due = process.settled().nextDueAt();
            if (due != null && due.isAfter(now) && (next == null || due.isBefore(next))) {
                next = due;
            }
        }
        return next == null
                ? null
                : Instant.ofEpochMilli(next.plusNanos(999_999).toEpochMilli());
    }

    private Reading read() {
        List<String> parts = new ArrayList<>();
        List<String> busy = new ArrayList<>();
        boolean nothingToDo = true;
        for (Settling process : processes) {
            Settled settled = process.settled();
            parts.add(process.name() + " " + settled.parked() + " " + settled.nextDueAt());
            if (!settled.nothingToDo()) {
                nothingToDo = false;
                busy.add(process.name() + " (outbox " + settled.outbox() + ", due " + settled.due() + ")");
            }
        }
        // Read last: what a process handed to Kafka before it answered is in it.
        ConsumerLag.Reading records = lag.get();
        if (records.total() > 0) {
            busy.add("consumers (" + records.total() + " records to read)");
        }
        return new Reading(parts, records.written(), nothingToDo && records.total() == 0, busy);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return processes.stream().map(Settling::name).collect(Collectors.joining(", ", "ClockDriver of ", ""));
    }
}
