package io.orderjourney.stack.clock;

import io.orderjourney.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves business time forward the way it would have passed: it never jumps over a moment at which some process has work, and
 * goes on only when all that follows from that moment has been done.
 */
public final class ClockDriver {

    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * What an advance did.
     *
     * @param jumps how often the clock was moved
     * @param realMillis how long it took
     */
    public record Advanced(Instant from, Instant to, int jumps, long realMillis) {}

    /** Everybody's answers at one time; equal readings mean that nothing moved between them. */
    private record Reading(
            List<String> parts, long written, boolean nothingToDo, List<String> busy, List<Instant> dueLater) {

        /** Rounded up to a whole millisecond, because a clock of milliseconds would stop just short of it. */
        @Nullable
        Instant nextDueAfter(Instant now) {
            return dueLater.stream()
                    .filter(due -> due.isAfter(now))
                    .min(Comparator.naturalOrder())
                    .map(due -> Instant.ofEpochMilli(due.plusNanos(999_999).toEpochMilli()))
                    .orElse(null);
        }
    }

    private final SettableClock clock;
    private final List<Settling> processes;
    private final Supplier<ConsumerLag.Reading> lag;
    private final Duration settleLimit;
    private final ExecutorService askers = Executors.newCachedThreadPool(ClockDriver::asker);

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
        settled();
    }

    private Reading settled() {
        long end = System.nanoTime() + settleLimit.toNanos();
        Reading last = read();
        while (true) {
            pause();
            Reading next = read();
            boolean quiet = next.nothingToDo() && last.nothingToDo();
            if (quiet && next.parts().equals(last.parts()) && next.written() == last.written()) {
                return next;
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
        Reading quiet = settled();
        Instant from = clock.instant();
        Instant target = from.plus(by);
        int jumps = 0;
        for (Instant now = from; now.isBefore(target); now = clock.instant()) {
            Instant wish = step == null ? quiet.nextDueAfter(now) : now.plus(step);
            clock.advanceTo(wish == null || wish.isAfter(target) ? target : wish);
            jumps++;
            quiet = settled();
        }
        return new Advanced(from, clock.instant(), jumps, (System.nanoTime() - startedAt) / 1_000_000);
    }

    private Reading read() {
        List<String> parts = new ArrayList<>();
        List<String> busy = new ArrayList<>();
        List<Instant> dueLater = new ArrayList<>();
        List<CompletableFuture<Settled>> asked = processes.stream()
                .map(process -> CompletableFuture.supplyAsync(process::settled, askers))
                .toList();
        for (int index = 0; index < processes.size(); index++) {
            Settled settled = answer(asked.get(index));
            String name = processes.get(index).name();
            parts.add(name + " " + settled.parked() + " " + settled.nextDueAt());
            if (!settled.nothingToDo()) {
                busy.add(name + " (outbox " + settled.outbox() + ", due " + settled.due() + ")");
            }
            if (settled.nextDueAt() != null) {
                dueLater.add(settled.nextDueAt());
            }
        }
        boolean nothingToDo = busy.isEmpty();
        // Read last: what a process handed to Kafka before it answered is in it.
        ConsumerLag.Reading records = lag.get();
        if (records.total() > 0) {
            busy.add("consumers (" + records.total() + " records to read)");
        }
        return new Reading(parts, records.written(), nothingToDo && records.total() == 0, busy, dueLater);
    }

    private static Settled answer(CompletableFuture<Settled> asked) {
        try {
            return asked.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static Thread asker(Runnable work) {
        Thread thread = new Thread(work, "settling");
        thread.setDaemon(true);
        return thread;
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
